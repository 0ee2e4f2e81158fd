import { ONE_RULE_STYLE } from '../../../../src/policy/rules/sg/one-rule-style';
import { describeRule, type Resources } from '../../support/describe-rule';
import { ingress, ports } from './rules';

const ID = '${aws_security_group.web.id}';
const SEPARATE = ingress({ security_group_id: ID });
const OLDER: Resources = { aws_security_group_rule: { in: { security_group_id: ID, type: 'ingress' } } };
const INLINE: Resources = {
  aws_security_group: { web: { ingress: [{ protocol: 'tcp', ...ports(443), self: true }] } },
};
const PLAIN: Resources = { aws_security_group: { web: { name: 'web' } } };

describeRule(ONE_RULE_STYLE, {
  pass: {
    'every rule is a resource': { ...PLAIN, ...SEPARATE },
    'every rule is inside the group': INLINE,
  },
  fail: {
    'some are inside and some are not': {
      resources: { ...INLINE, ...SEPARATE },
      finds: ['aws_security_group.web#styles'],
    },
    'some are of the older kind': { ...PLAIN, ...SEPARATE, ...OLDER },
  },
  notApplicable: { 'a group without rules': PLAIN },
  unknown: {},
  variablesPass: true,
  guards: {
    'aws_security_group.web.egress': [[{ protocol: '-1', ...ports(0), cidr_blocks: ['10.0.0.0/8'] }]],
    aws_security_group_rule: [OLDER.aws_security_group_rule],
  },
});

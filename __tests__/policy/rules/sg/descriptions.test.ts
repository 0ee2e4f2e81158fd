import { DESCRIPTIONS } from '../../../../src/policy/rules/sg/descriptions';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { ingress, inlineIngress } from './rules';

describeRule(DESCRIPTIONS, {
  pass: {
    'a rule says what it is for': ingress({ description: 'visitors' }),
    'a group does': { aws_security_group: { web: { description: 'web tier' } } },
    'the default group cannot': { aws_default_security_group: { main: { ingress: [{ description: 'itself' }] } } },
  },
  fail: {
    'a rule says nothing': { resources: ingress({}), finds: ['aws_vpc_security_group_ingress_rule.in#description'] },
    'a group says what the provider says': { aws_security_group: { web: { description: 'Managed by Terraform' } } },
    'a rule inside a group says nothing': {
      resources: { aws_security_group: { web: { description: 'web', ...inlineIngress({}).aws_security_group?.web } } },
      finds: ['aws_security_group.web#ingress.description'],
    },
    'an older rule resource says nothing': { aws_security_group_rule: { out: { type: 'egress' } } },
  },
  notApplicable: {
    'the default group without rules': { aws_default_security_group: { main: { vpc_id: 'vpc-1' } } },
    'other resources': OTHER_RESOURCES,
  },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_vpc_security_group_ingress_rule.in.description': ['', undefined, 'Managed by Terraform'] },
});

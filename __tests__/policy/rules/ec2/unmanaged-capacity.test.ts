import { UNMANAGED_CAPACITY } from '../../../../src/policy/rules/ec2/unmanaged-capacity';
import type { JsonObject } from '../../../../src/terraform/json';
import { describeRule, type Fixture } from '../../support/describe-rule';
import { group, GROUP_NAME } from './resources';

const POLICY = { aws_autoscaling_policy: { cpu: { name: 'cpu', autoscaling_group_name: GROUP_NAME } } };

/** A plan does not hold `lifecycle`, so it cannot tell. */
const scaled = (settings: JsonObject): Fixture => ({
  resources: group({ desired_capacity: 2, ...settings }, POLICY),
  atPlan: 'unknown',
});

describeRule(UNMANAGED_CAPACITY, {
  pass: {
    'it is ignored': scaled({ lifecycle: { ignore_changes: ['desired_capacity'] } }),
    'everything is': scaled({ lifecycle: { ignore_changes: 'all' } }),
  },
  fail: {
    'nothing is ignored': scaled({}),
    'something else is': scaled({ lifecycle: { ignore_changes: ['tag'] } }),
  },
  notApplicable: {
    'nothing scales': group({ desired_capacity: 2 }),
    'the capacity is left out': group({}, POLICY),
  },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_autoscaling_group.web.lifecycle.ignore_changes': [['tag'], undefined] },
});

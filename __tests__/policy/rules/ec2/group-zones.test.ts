import { GROUP_ZONES } from '../../../../src/policy/rules/ec2/group-zones';
import type { JsonObject } from '../../../../src/terraform/json';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { group } from './resources';

const SUBNETS = ['${aws_subnet.a.id}', '${aws_subnet.b.id}'];
const spread = (settings: JsonObject, zone = 'eu-west-1b'): Resources =>
  group(
    { vpc_zone_identifier: SUBNETS, min_size: 2, ...settings },
    { aws_subnet: { a: { availability_zone: 'eu-west-1a' }, b: { availability_zone: zone } } },
  );

describeRule(GROUP_ZONES, {
  pass: {
    'two instances in two zones': spread({}),
    'the zones are named': group({ availability_zones: ['eu-west-1a', 'eu-west-1b'], min_size: 2 }),
  },
  fail: {
    'one instance': { resources: spread({ min_size: 1 }), finds: ['aws_autoscaling_group.web#min_size'] },
    'one zone': { resources: spread({}, 'eu-west-1a'), finds: ['aws_autoscaling_group.web#vpc_zone_identifier'] },
    'one zone is named': group({ availability_zones: ['eu-west-1a'], min_size: 2 }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable names the subnets': spread({ vpc_zone_identifier: '${var.subnets}' }),
    'a variable names the size': spread({ min_size: '${var.least}' }),
  },
  guards: {
    'aws_autoscaling_group.web.min_size': [0, 1, undefined],
    'aws_autoscaling_group.web.vpc_zone_identifier': [SUBNETS.slice(1), undefined],
  },
});

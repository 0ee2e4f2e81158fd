import type { JsonObject } from '../../../../src/terraform/json';
import { BALANCER_ZONES } from '../../../../src/policy/rules/elb/balancer-zones';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const A = '${aws_subnet.a.id}';
const B = '${aws_subnet.b.id}';
const balancer = (settings: JsonObject, zone: unknown = 'eu-west-1b'): Resources => ({
  aws_subnet: { a: { availability_zone: 'eu-west-1a' }, b: { availability_zone: zone } },
  aws_lb: { web: settings },
});
const mapping = (...ids: readonly string[]) => ({ subnet_mapping: ids.map((id) => ({ subnet_id: id })) });

describeRule(BALANCER_ZONES, {
  pass: { 'two subnets in two zones': balancer({ subnets: [A, B] }), 'blocks name them': balancer(mapping(A, B)) },
  fail: {
    'two subnets in one zone': {
      resources: balancer({ subnets: [A, B] }, 'eu-west-1a'),
      finds: ['aws_lb.web#subnets'],
    },
    'one subnet': balancer({ subnets: [A] }),
    'one subnet that is not known here': balancer({ subnets: ['subnet-1'] }),
    'one block': balancer(mapping(A)),
    'nothing is said': balancer({ name: 'web' }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable names the zone': balancer({ subnets: [A, B] }, '${var.zone}'),
    'AWS chooses the zone': balancer({ subnets: [A, B] }, null),
    'the subnets are not known here': balancer({ subnets: ['subnet-1', 'subnet-2'] }),
    'the subnets of blocks are not known here': balancer(mapping('subnet-1', 'subnet-2')),
  },
  guards: {
    'aws_lb.web.subnets': [[A], undefined],
    'aws_subnet.b.availability_zone': ['eu-west-1a'],
  },
});

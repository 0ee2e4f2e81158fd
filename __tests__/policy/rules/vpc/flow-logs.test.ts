import { FLOW_LOGS } from '../../../../src/policy/rules/vpc/flow-logs';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const VPC = { aws_vpc: { main: { cidr_block: '10.0.0.0/16' } } };
const log = (settings: object): Resources => ({
  ...VPC,
  aws_flow_log: { main: { vpc_id: '${aws_vpc.main.id}', ...settings } },
});

describeRule(FLOW_LOGS, {
  pass: {
    'what is refused is logged': log({ traffic_type: 'REJECT' }),
    'everything is logged': log({ traffic_type: 'ALL' }),
  },
  fail: {
    'there is no log': { resources: VPC, finds: ['aws_vpc.main#missing'] },
    'only what is accepted is logged': log({ traffic_type: 'ACCEPT' }),
    'the log belongs to a subnet': log({ vpc_id: undefined, subnet_id: 'subnet-1', traffic_type: 'ALL' }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable decides what is logged': log({ traffic_type: '${var.traffic}' }),
    'nobody knows whose log it is': log({ vpc_id: '${var.vpc}', traffic_type: 'ALL' }),
  },
  guards: {
    'aws_flow_log.main.traffic_type': ['ACCEPT'],
    'aws_flow_log.main.vpc_id': ['vpc-other', undefined],
  },
});

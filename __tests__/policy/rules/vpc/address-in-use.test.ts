import { ADDRESS_IN_USE } from '../../../../src/policy/rules/vpc/address-in-use';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const ADDRESS = { aws_eip: { nat: { domain: 'vpc' } } };
const gateway = (allocation: string): Resources => ({
  ...ADDRESS,
  aws_nat_gateway: { a: { subnet_id: 'subnet-1', allocation_id: allocation } },
});

describeRule(ADDRESS_IN_USE, {
  pass: {
    'a NAT gateway uses it': gateway('${aws_eip.nat.id}'),
    'an association does': {
      ...ADDRESS,
      aws_eip_association: { a: { allocation_id: '${aws_eip.nat.allocation_id}' } },
    },
    'a network load balancer does': {
      ...ADDRESS,
      aws_lb: { tcp: { subnet_mapping: [{ subnet_id: 'subnet-1', allocation_id: '${aws_eip.nat.id}' }] } },
    },
    'it names an instance itself': { aws_eip: { web: { instance: '${aws_instance.web.id}' } } },
  },
  fail: {
    'nothing does': { resources: ADDRESS, finds: ['aws_eip.nat#missing'] },
    'only an output hands it on': {
      resources: ADDRESS,
      beside: { output: { ip: { value: '${aws_eip.nat.public_ip}' } } },
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'nobody knows whose address the gateway has': gateway('${var.allocation}') },
  guards: { 'aws_nat_gateway.a.allocation_id': ['eipalloc-1', undefined] },
});

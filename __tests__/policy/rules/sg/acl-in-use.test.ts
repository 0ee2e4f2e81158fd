import { ACL_IN_USE } from '../../../../src/policy/rules/sg/acl-in-use';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const acl = (settings: object, more: Resources = {}): Resources => ({
  aws_network_acl: { data: { vpc_id: 'vpc-1', ...settings } },
  ...more,
});
const associated = (id: string): Resources => ({
  aws_network_acl_association: { a: { network_acl_id: id, subnet_id: 'subnet-1' } },
});

describeRule(ACL_IN_USE, {
  pass: {
    'it names its subnets': acl({ subnet_ids: ['${aws_subnet.a.id}'] }),
    'an association does': acl({}, associated('${aws_network_acl.data.id}')),
  },
  fail: { 'it guards none': { resources: acl({ subnet_ids: [] }), finds: ['aws_network_acl.data#missing'] } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'nobody knows whose association it is': acl({}, associated('${var.acl}')) },
  variablesPass: true,
  guards: { 'aws_network_acl.data.subnet_ids': [[], undefined] },
});

import { defineRule } from '../../rule/rule';
import { expectAttached } from '../../rule/expect';
import { pass } from '../../rule/verdict';

export const ACL_IN_USE = defineRule({
  id: 'WPHA-SG-016',
  title: 'network ACLs guard subnets',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_network_acl'],
  rows: ['SG-016'],
  maps: { checkov: ['CKV2_AWS_1'], fsbp: ['EC2.16'] },
  why: 'An ACL without subnets guards nothing and makes a reader believe that something does.',
  fix: "Name the subnets in 'subnet_ids', or remove the ACL.",
  check: (acl, graph) => {
    if (acl.get('subnet_ids').isSet) return pass();
    const associated = graph.attached(acl, 'aws_network_acl_association', 'network_acl_id');
    return expectAttached(acl, associated, 'the ACL guards no subnet');
  },
});

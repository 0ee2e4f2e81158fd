import { defineRule } from '../../rule/rule';
import { ACL_TYPES } from './acl-entries';
import { judgeAclPort } from './acl-ports';

export const ACL_SSH_CLOSED = defineRule({
  id: 'WPHA-SG-011',
  title: 'network ACLs keep SSH from the world',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ACL_TYPES,
  rows: ['SG-011'],
  maps: {
    checkov: ['CKV_AWS_232'],
    trivy: ['AVD-AWS-0105'],
    fsbp: ['EC2.21'],
    cis: ['3.0.0 5.1'],
    cdkNag: ['AwsSolutions-VPC3'],
  },
  why: 'The network ACL is what still holds when somebody opens port 22 in a security group.',
  fix: 'Deny port 22 from everywhere in an entry with a lower number, or allow only the ports that are needed.',
  check: (resource, graph) => judgeAclPort(resource, graph, 22),
});

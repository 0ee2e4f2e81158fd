import { defineRule } from '../../rule/rule';
import { ACL_TYPES } from './acl-entries';
import { judgeAclPort } from './acl-ports';

export const ACL_RDP_CLOSED = defineRule({
  id: 'WPHA-SG-012',
  title: 'network ACLs keep RDP from the world',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ACL_TYPES,
  rows: ['SG-012'],
  maps: {
    checkov: ['CKV_AWS_231'],
    trivy: ['AVD-AWS-0105'],
    fsbp: ['EC2.21'],
    cis: ['3.0.0 5.1'],
    cdkNag: ['AwsSolutions-VPC3'],
  },
  why: 'An entry for answers to ports from 1024 on lets in remote desktops too, unless one before it says no.',
  fix: 'Deny port 3389 from everywhere in an entry with a lower number, or allow only the ports that are needed.',
  check: (resource, graph) => judgeAclPort(resource, graph, 3389),
});

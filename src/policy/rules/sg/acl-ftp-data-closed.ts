import { defineRule } from '../../rule/rule';
import { ACL_TYPES } from './acl-entries';
import { judgeAclPort } from './acl-ports';

export const ACL_FTP_DATA_CLOSED = defineRule({
  id: 'WPHA-SG-013',
  title: 'network ACLs keep FTP data from the world',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ACL_TYPES,
  rows: ['SG-013'],
  maps: { checkov: ['CKV_AWS_230'] },
  why: 'Nothing in a web stack takes files by FTP, which sends passwords as plain text.',
  fix: 'Deny port 20 from everywhere in an entry with a lower number, or allow only the ports that are needed.',
  check: (resource, graph) => judgeAclPort(resource, graph, 20),
});

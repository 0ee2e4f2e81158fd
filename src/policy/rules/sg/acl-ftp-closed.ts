import { defineRule } from '../../rule/rule';
import { ACL_TYPES } from './acl-entries';
import { judgeAclPort } from './acl-ports';

export const ACL_FTP_CLOSED = defineRule({
  id: 'WPHA-SG-014',
  title: 'network ACLs keep FTP from the world',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ACL_TYPES,
  rows: ['SG-014'],
  maps: { checkov: ['CKV_AWS_229'] },
  why: 'FTP sends passwords as plain text, so nobody may be able to offer it by mistake.',
  fix: 'Deny port 21 from everywhere in an entry with a lower number, or allow only the ports that are needed.',
  check: (resource, graph) => judgeAclPort(resource, graph, 21),
});

import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { ACL_TYPES, ownEntries, type AclEntry } from './acl-entries';

const LAST = 65_535;

export const ACL_ALL_PORTS = defineRule({
  id: 'WPHA-SG-015',
  title: 'no entry of a network ACL lets in every port',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: ACL_TYPES,
  rows: ['SG-015'],
  maps: { checkov: ['CKV_AWS_352'], trivy: ['AVD-AWS-0102'] },
  why: 'An ACL that lets in every port leaves security groups as the only thing between the network and a mistake.',
  fix: 'Allow the ports that are needed, and answers to ports from 1024 on in an entry of their own.',
  check: (resource) => {
    const entries = ownEntries(resource);
    return entries.length === 0 ? notApplicable() : entries.map(judge);
  },
});

function judge({ settings, number, action, protocol, from, to, ranges }: AclEntry): Verdict {
  if (action.is('deny')) return pass();
  const every = protocol.is('-1', 'all') || ((from.number ?? LAST) <= 1 && (to.number ?? 0) >= LAST);
  const detail = { part: number.text ?? 'entry' };
  const [range] = ranges;
  if (every && action.isKnown) {
    const source = range?.value.text ?? 'some range';
    return fail([settings, 'protocol'], `${source} may come in on every port`, detail);
  }
  const open = [action, protocol, from, to].some((value) => value.isUnclear);
  return open ? unknown([settings, 'protocol'], 'the ports of an entry are not known yet', detail) : pass();
}

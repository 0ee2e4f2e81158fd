import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { INGRESS_TYPES, ingressOf, portsOf, type GroupRule } from '../../rule/group-rules';

/** What the web tier talks to: MySQL, NFS, Redis, Memcached. */
const TIER_PORTS: readonly number[] = [3306, 2049, 6379, 11_211];

export const TIER_BY_REFERENCE = defineRule({
  id: 'WPHA-SG-017',
  title: 'database, files and cache let in groups, not addresses',
  severity: 'high',
  pack: 'wordpress',
  appliesTo: INGRESS_TYPES,
  rows: ['SG-017'],
  maps: {},
  why: 'An address range lets in whatever is started there next; a group lets in only what somebody put into it.',
  fix: "Set 'referenced_security_group_id' (or 'security_groups') to the group of the web tier instead of a CIDR block.",
  check: (resource, graph) => {
    const rules = ingressOf(resource, graph);
    return rules.length === 0 ? notApplicable() : rules.map(judge);
  },
});

function judge(rule: GroupRule): Verdict {
  const [source] = rule.ranges;
  if (source === undefined) return pass();
  const ports = portsOf(rule);
  const where = [rule.settings, source.attribute] as const;
  if (ports === undefined) return unknown(where, 'addresses may come in, on ports that are not known yet');
  const port = TIER_PORTS.find((each) => ports.from <= each && each <= ports.to);
  if (port === undefined) return pass();
  return fail(where, `port ${port} lets in an address range`, {
    part: `${source.value.text ?? source.attribute}:${port}`,
  });
}

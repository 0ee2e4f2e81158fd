import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { hasPorts, INGRESS_TYPES, ingressOf, isWorld, portsOf, type GroupRule } from '../../rule/group-rules';

const LAST = 65_535;

export const ALL_PORTS_CLOSED = defineRule({
  id: 'WPHA-SG-006',
  title: 'no rule opens every port to the world',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: INGRESS_TYPES,
  rows: ['SG-006'],
  maps: { checkov: ['CKV_AWS_277'], fsbp: ['EC2.18'], cdkNag: ['AwsSolutions-EC23'] },
  why: 'Such a rule is no firewall: whatever anybody ever starts behind it is on the internet.',
  fix: 'Name the ports that the world needs, or the group or address range that may come in.',
  suppressible: false,
  check: (resource, graph) => {
    const rules = ingressOf(resource, graph);
    const verdicts = rules.filter(hasPorts).flatMap(judge);
    if (rules.length === 0) return notApplicable();
    return verdicts.length === 0 ? pass() : verdicts;
  },
});

function judge(rule: GroupRule): readonly Verdict[] {
  const ports = portsOf(rule);
  if (ports !== undefined && !(ports.from <= 1 && ports.to >= LAST)) return [];
  return rule.ranges.flatMap(({ attribute, value }): readonly Verdict[] => {
    if (value.isUnclear) return [unknown([rule.settings, attribute])];
    if (!isWorld(value)) return [];
    const source = value.text ?? '';
    if (ports === undefined)
      return [unknown([rule.settings, attribute], `${source} may come in, on ports that are not known yet`)];
    return [fail([rule.settings, attribute], `${source} may come in on every port`, { part: source })];
  });
}

import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { EGRESS_TYPES, egressOf, isWorld, type GroupRule } from '../../rule/group-rules';

export const WORLD_EGRESS = defineRule({
  id: 'WPHA-SG-009',
  title: 'no rule lets out everything to everywhere',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: EGRESS_TYPES,
  rows: ['SG-009'],
  maps: { checkov: ['CKV_AWS_382'], trivy: ['AVD-AWS-0104'] },
  why: 'What is broken into phones home and sends data out; a rule for 80 and 443 leaves it little to use.',
  fix: 'Name protocol and ports, for updates 443 and 80, and groups for the tiers behind.',
  check: (resource, graph) => {
    const rules = egressOf(resource, graph);
    const verdicts = rules.flatMap(judge);
    if (rules.length === 0) return notApplicable();
    return verdicts.length === 0 ? pass() : verdicts;
  },
});

function judge({ settings, protocol, ranges }: GroupRule): readonly Verdict[] {
  if (protocol.isKnown && !protocol.is('-1', 'all')) return [];
  return ranges.flatMap(({ attribute, value }): readonly Verdict[] => {
    if (value.isUnclear) return [unknown([settings, attribute])];
    if (!isWorld(value)) return [];
    const destination = value.text ?? '';
    if (protocol.isUnclear) return [unknown([settings, attribute], 'the protocol that goes out is not known yet')];
    return [fail([settings, attribute], `everything may go out to ${destination}`, { part: destination })];
  });
}

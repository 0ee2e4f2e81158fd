import { defineRule } from '../../rule/rule';
import { fail, pass, unknown } from '../../rule/verdict';
import { EGRESS_TYPES, INGRESS_TYPES } from '../../rule/group-rules';

/** Rules and outputs name groups without using them. */
const NO_USERS: readonly string[] = [...INGRESS_TYPES, ...EGRESS_TYPES, 'output'];

export const GROUP_IN_USE = defineRule({
  id: 'WPHA-SG-010',
  title: 'security groups are in use',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_security_group'],
  rows: ['SG-010'],
  maps: { checkov: ['CKV2_AWS_5'] },
  why: 'A group that nothing uses is there for the next person to attach, with rules that nobody reviewed for it.',
  fix: 'Attach the group to what it was made for, or remove it.',
  check: (group, graph) => {
    const used = graph.referencesTo(group).some(({ from }) => from.mode !== 'data' && !NO_USERS.includes(from.type));
    if (used) return pass();
    // a module that is not open yet may use it
    const [hidden] = graph.notes;
    if (hidden !== undefined)
      return unknown([group, []], `nothing uses it as far as can be seen; ${hidden}`, { part: 'missing' });
    return fail([group, []], 'nothing uses the group', { part: 'missing' });
  },
});

import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass } from '../../rule/verdict';

/** Resources that hold one rule each, by the style they belong to. */
const STYLES: readonly (readonly [style: string, types: readonly string[]])[] = [
  ['aws_security_group_rule', ['aws_security_group_rule']],
  ['aws_vpc_security_group_*_rule', ['aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule']],
];

export const ONE_RULE_STYLE = defineRule({
  id: 'WPHA-SG-018',
  title: 'the rules of a security group are written in one way',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_security_group', 'aws_default_security_group'],
  rows: ['SG-018'],
  maps: {},
  why: 'Each way takes the rules of the others for strange ones and removes them, so every apply undoes the one before.',
  fix: 'Write every rule as an aws_vpc_security_group_ingress_rule or egress_rule, and none inside the group.',
  check: (group, graph) => {
    const styles = stylesOf(group, graph);
    if (styles.length === 0) return notApplicable();
    if (styles.length === 1) return pass();
    return fail([group, []], `its rules are written in ${styles.length} ways: ${styles.join(', ')}`, {
      part: 'styles',
    });
  },
});

function stylesOf(group: Resource, graph: ResourceGraph): readonly string[] {
  // once a group exists, the provider lists in it the rules that are written apart
  const written = ['ingress', 'egress'].filter((name) => group.get(name).isSet && !group.get(name).isReported);
  const inline = written.length > 0 ? ['inside the group'] : [];
  const separate = STYLES.filter(([, types]) =>
    types.some((type) => graph.attached(group, type, 'security_group_id').found.length > 0),
  );
  return [...inline, ...separate.map(([style]) => style)];
}

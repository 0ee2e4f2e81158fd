import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const COPY_ELSEWHERE = defineRule({
  id: 'WPHA-BACKUP-005',
  title: 'backup plans copy to another region',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_backup_plan'],
  rows: ['BACKUP-005'],
  maps: {},
  why: 'Backups in the region that they are to protect from are gone with it.',
  fix: "Add 'copy_action' to a rule, with the ARN of a vault in another region.",
  check: (plan, graph) => {
    const copies = plan.blocks('rule').flatMap((rule) => rule.blocks('copy_action'));
    const destinations = copies.map((copy) => copy.get('destination_vault_arn')).filter((value) => value.isSet);
    if (destinations.length === 0) return fail([plan, 'rule'], 'no rule copies backups');
    const here = regionOf(plan, graph);
    const near = destinations.every((value) => here !== undefined && regionIn(value) === here);
    return near ? fail([plan, 'rule'], `every copy stays in ${here}`) : pass();
  },
});

/** The region of an ARN that is known. */
function regionIn({ text }: Value): string | undefined {
  return text?.split(':')[3];
}

function regionOf({ stack }: Resource, graph: ResourceGraph): string | undefined {
  const providers = graph.ofType('provider.aws').filter((each) => each.stack === stack && each.get('alias').isUnset);
  return providers[0]?.get('region').text;
}

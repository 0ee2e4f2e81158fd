import type { Readable } from '../../model/block';
import type { Resource } from '../../model/resource';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, type Verdict } from '../../rule/verdict';
import { EGRESS_TYPES, INGRESS_TYPES } from '../../rule/group-rules';

/** What the provider writes when nobody says anything. */
const NOTHING_SAID = 'Managed by Terraform';

export const DESCRIPTIONS = defineRule({
  id: 'WPHA-SG-001',
  title: 'security groups and their rules say what they are for',
  severity: 'low',
  pack: 'baseline',
  appliesTo: [...new Set([...INGRESS_TYPES, ...EGRESS_TYPES])],
  rows: ['SG-001'],
  maps: { checkov: ['CKV_AWS_23'], trivy: ['AVD-AWS-0099', 'AVD-AWS-0124'], cdkNag: ['AwsSolutions-EC27'] },
  why: 'Nobody dares to remove a rule of which nobody knows the purpose.',
  fix: "Set 'description' to who needs the rule and why; on a group it cannot be changed without replacing the group.",
  check: (resource) => {
    const verdicts = [...described(resource), ...resource.blocks('ingress'), ...resource.blocks('egress')].map(judge);
    return verdicts.length === 0 ? notApplicable() : verdicts;
  },
});

/** The resource itself where it has a description: AWS gives the default group one that nobody can change. */
function described(resource: Resource): readonly Readable[] {
  return resource.type === 'aws_default_security_group' ? [] : [resource];
}

function judge(settings: Readable): Verdict {
  const description = settings.get('description');
  if (description.isUnset) return fail([settings, 'description'], `'${settings.pathOf('description')}' is not set`);
  return description.is(NOTHING_SAID)
    ? fail([settings, 'description'], `it says '${NOTHING_SAID}' and nothing else`)
    : pass();
}

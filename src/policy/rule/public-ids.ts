import type { RuleMaps } from './rule';

const SETS: Readonly<Record<keyof RuleMaps, string>> = {
  checkov: 'Checkov',
  fsbp: 'AWS FSBP',
  cis: 'CIS AWS',
  trivy: 'Trivy',
  cdkNag: 'cdk-nag',
};

/** The ids of a rule in well-known rule sets, a text for each set that has it: `Checkov CKV_AWS_17`. */
export function publicIds(maps: RuleMaps): readonly string[] {
  const kinds = Object.keys(SETS) as (keyof RuleMaps)[];
  return kinds.flatMap((kind) => (maps[kind]?.length ? [`${SETS[kind]} ${maps[kind].join(', ')}`] : []));
}

import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { PolicyStatement } from '../../rule/policy-document';
import { readPolicy } from '../../rule/policy-source';
import { fail, notApplicable, pass, unknown, type Verdict, type Where } from '../../rule/verdict';

/** Types that hold policies of roles, users and groups. */
export const IDENTITY_POLICIES: readonly string[] = [
  'aws_iam_policy',
  'aws_iam_role_policy',
  'aws_iam_user_policy',
  'aws_iam_group_policy',
  'aws_iam_role',
];

/** Something that a policy allows and should not. */
export interface Excess {
  /** What tells it from others in the policy, an action. */
  readonly part: string;
  readonly message: string;
  /**
   * Nobody can tell whether it is too much.
   *
   * @default false
   */
  readonly unsure?: boolean;
}

/** Judges all that a policy allows at once; `excessOf` answers what is too much. */
export function judgeAllowed(
  resource: Resource,
  graph: ResourceGraph,
  excessOf: (allowed: readonly PolicyStatement[]) => readonly Excess[],
): readonly Verdict[] {
  const verdicts = placesOf(resource).flatMap(([settings, path]): readonly Verdict[] => {
    const statements = readPolicy(settings, path, graph);
    if (statements === undefined) return [unknown([settings, path])];
    const allowed = statements.filter(({ effect }) => effect === 'Allow');
    if (allowed.length === 0) return [];
    const excess = excessOf(allowed);
    if (excess.length === 0) return [pass()];
    return excess.map(({ part, message, unsure }) => (unsure ? unknown : fail)([settings, path], message, { part }));
  });
  return verdicts.length === 0 ? [notApplicable()] : verdicts;
}

/** Roles hold policies in blocks, all others are one. */
function placesOf(resource: Resource): readonly Where[] {
  if (resource.type !== 'aws_iam_role') return [[resource, 'policy']];
  return resource.blocks('inline_policy').map((block) => [block, 'policy'] as const);
}

/** Whether a statement holds for everything of a kind, and no condition limits it. */
export function isUnlimited({ resources, notResources, condition }: PolicyStatement): boolean {
  if (Object.keys(condition).length > 0) return false;
  return notResources.length > 0 || resources.some(isEverything);
}

/** `*`, or an ARN whose resource is: `arn:aws:s3:::*`. */
export function isEverything(resource: string): boolean {
  return /^\*+$|^arn:[^:]*:[^:]*:[^:]*:[^:]*:[*/]+$/.test(resource);
}

import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import { fail, notApplicable, pass, unknown, type Verdict, type Where } from '../../rule/verdict';

/** Attributes that name managed policies, by the type that has them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  aws_iam_role_policy_attachment: 'policy_arn',
  aws_iam_user_policy_attachment: 'policy_arn',
  aws_iam_group_policy_attachment: 'policy_arn',
  aws_iam_policy_attachment: 'policy_arn',
  aws_iam_role_policy_attachments_exclusive: 'policy_arns',
  aws_iam_role: 'managed_policy_arns',
};

/** Types that attach managed policies. */
export const POLICY_ATTACHMENTS: readonly string[] = Object.keys(ATTRIBUTES);

/** Judges the policies of AWS that a resource attaches; `problem` tells what is wrong with one, given behind `policy/`. */
export function judgeAwsPolicies(
  resource: Resource,
  graph: ResourceGraph,
  problem: (path: string) => string | undefined,
): readonly Verdict[] {
  const attribute = ATTRIBUTES[resource.type] ?? '';
  const where: Where = [resource, attribute];
  const verdicts = resource.get(attribute).items.map((value): Verdict => {
    if (isOwn(value, graph)) return pass();
    const path = awsPolicy(value, graph);
    if (path === undefined) return unknown(where);
    const message = problem(path);
    return message === undefined ? pass() : fail(where, message, { part: path });
  });
  return verdicts.length === 0 ? [notApplicable()] : verdicts;
}

/** The policy's path of those that AWS manages (`service-role/AWSBackup...`), empty for one of an account. */
function awsPolicy(value: Value, graph: ResourceGraph): string | undefined {
  const [source] = graph.targetsOf(value).filter(({ mode, type }) => mode === 'data' && type === 'aws_iam_policy');
  const text = value.text ?? source?.get('arn').text ?? source?.get('name').text;
  if (text === undefined) return undefined;
  return /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(text)?.[1] ?? (text.startsWith('arn:') ? '' : text);
}

/** A policy that the configuration makes is no policy of AWS. */
function isOwn(value: Value, graph: ResourceGraph): boolean {
  return graph.targetsOf(value).some(({ mode, type }) => mode === 'managed' && type === 'aws_iam_policy');
}

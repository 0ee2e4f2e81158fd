import type { JsonObject } from '../../terraform/json';
import type { LiveResource } from '../plan/plan-reader';

/** A resource type that sets what another resource shows in an attribute. */
interface Sibling {
  readonly type: string;
  /** Attribute of the sibling that names the other resource. */
  readonly link: string;
  /** Attribute of the other resource that is named. */
  readonly identity: string;
}

const bucket = (type: string): Sibling => ({ type: `aws_s3_bucket_${type}`, link: 'bucket', identity: 'id' });
const policy = (type: string, link: string): Sibling => ({ type, link, identity: 'arn' });

/** What shows in the first resource although the second one sets it; its own entry in the plan tells when it changed. */
const SIBLINGS: Readonly<Record<string, Readonly<Record<string, Sibling>>>> = {
  aws_s3_bucket: {
    acceleration_status: bucket('accelerate_configuration'),
    acl: bucket('acl'),
    cors_rule: bucket('cors_configuration'),
    grant: bucket('acl'),
    lifecycle_rule: bucket('lifecycle_configuration'),
    logging: bucket('logging'),
    object_lock_configuration: bucket('object_lock_configuration'),
    replication_configuration: bucket('replication_configuration'),
    request_payer: bucket('request_payment_configuration'),
    server_side_encryption_configuration: bucket('server_side_encryption_configuration'),
    versioning: bucket('versioning'),
    website: bucket('website_configuration'),
  },
  aws_kms_key: { policy: { type: 'aws_kms_key_policy', link: 'key_id', identity: 'id' } },
  aws_secretsmanager_secret: { policy: policy('aws_secretsmanager_secret_policy', 'secret_arn') },
  aws_sns_topic: { policy: policy('aws_sns_topic_policy', 'arn') },
  aws_sqs_queue: { policy: { type: 'aws_sqs_queue_policy', link: 'queue_url', identity: 'id' } },
};

/** Which resources have which siblings, over all stacks. */
export type SiblingIndex = ReadonlySet<string>;

/** Indexes every sibling among the resources of all stacks. */
export function indexSiblings(resources: readonly LiveResource[]): SiblingIndex {
  const links = Object.values(SIBLINGS).flatMap((siblings) => Object.values(siblings));
  return new Set(
    resources.flatMap(({ type, values }) =>
      links.filter((sibling) => sibling.type === type).map((sibling) => key(type, values[sibling.link])),
    ),
  );
}

/** Whether an attribute of a resource shows what a sibling sets. */
export function isSetBySibling(type: string, attribute: string, values: JsonObject, index: SiblingIndex): boolean {
  const siblings = Object.hasOwn(SIBLINGS, type) ? SIBLINGS[type] : undefined;
  if (siblings === undefined || !Object.hasOwn(siblings, attribute)) return false;
  const sibling = siblings[attribute];
  return sibling !== undefined && index.has(key(sibling.type, values[sibling.identity]));
}

function key(type: string, identity: unknown): string {
  return JSON.stringify([type, identity]);
}

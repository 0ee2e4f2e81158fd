import type { StackAssembly } from '../terraform/assembly';
import { objectOf, textsOf, type JsonObject } from '../terraform/json';
import { blocksOf, resourcesOf, resourceTree, type ResourceBlock } from './blocks';
import { EXCLUSIONS, type Exclusion } from './exclusions';
import { backendOverride, remoteStateOverride } from './state-override';

/** Keys of the provider's `endpoints` block for the services that the default stacks use. */
const SERVICES = [
  'acm',
  'autoscaling',
  'cloudwatch',
  'ec2',
  'efs',
  'elbv2',
  'events',
  'iam',
  'kms',
  'lambda',
  'logs',
  'rds',
  'route53',
  's3',
  'secretsmanager',
  'sns',
  'ssm',
  'sts',
];

/** What an override file needs to know of the emulator. */
export interface OverrideTarget {
  readonly endpoint: string;
  readonly accountId: string;
  /** Folder for states that are not in S3. */
  readonly stateDirectory: string;
}

/**
 * The content of `sandbox_override.tf.json` for a stack.
 *
 * Terraform merges it over the synthesized JSON: what is not named here stays as it is, such as default tags and allowed
 * accounts. Backends, remote-state settings and `ignore_changes` are replaced whole, so those are written out in full.
 */
export function sandboxOverride(
  { configuration, directory }: Pick<StackAssembly, 'configuration' | 'directory'>,
  target: OverrideTarget,
  exclusions: readonly Exclusion[] = EXCLUSIONS,
): JsonObject {
  const place = { ...target, accountId: accountOf(configuration, target), directory };
  const parts = {
    terraform: backendOverride(configuration, place),
    provider: providerOverride(configuration, target),
    data: remoteStateOverride(configuration, place),
    resource: resourceTree(ignoredDifferences(configuration, exclusions)),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

function providerOverride(configuration: JsonObject, target: OverrideTarget): JsonObject | undefined {
  const aws = blocksOf(objectOf(configuration.provider).aws);
  if (aws.length === 0) return undefined;
  return {
    aws: aws.map(({ alias, allowed_account_ids: allowed }) => ({
      // an override finds its provider by the alias
      ...(alias === undefined ? {} : { alias }),
      // the emulator plays the account that the access key names
      access_key: textsOf(allowed)[0] ?? target.accountId,
      secret_key: 'sandbox',
      endpoints: [Object.fromEntries(SERVICES.map((service) => [service, target.endpoint]))],
      // what the emulator lacks it lacks at the next attempt too
      max_retries: 2,
      s3_use_path_style: true,
      skip_credentials_validation: true,
      skip_metadata_api_check: 'true',
      skip_region_validation: true,
    })),
  };
}

function accountOf(configuration: JsonObject, target: OverrideTarget): string {
  const aws = blocksOf(objectOf(configuration.provider).aws)[0];
  return textsOf(aws?.allowed_account_ids)[0] ?? target.accountId;
}

function ignoredDifferences(configuration: JsonObject, exclusions: readonly Exclusion[]): ResourceBlock[] {
  return resourcesOf(configuration).flatMap(({ type, name, body }) => {
    const attributes = exclusions
      .filter(({ resourceType }) => resourceType === type)
      .flatMap((each) => each.attributes);
    const own = blocksOf(body.lifecycle)[0]?.ignore_changes;
    if (attributes.length === 0 || own === 'all') return [];
    const ignored = [...new Set([...textsOf(own), ...attributes])];
    return [{ type, name, body: { lifecycle: { ignore_changes: ignored } } }];
  });
}

import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { Environment, S3State } from '../src/config';
import { PrivateBucket } from '../src/data';
import { EncryptionKey } from '../src/security';
import { acceptAtStateBucket } from './accepted/buckets';
import { AccountStack, nameScope } from './environment-stack';
import { connectLocal, LOCAL_STATE_DIRECTORY, stateKeyAlias } from './state-backend';

/** Tag in place of an environment: the bucket serves all of them. */
const SHARED = 'shared';

/** Old states are kept this long, to go back to one. */
const OLD_STATE_DAYS = 90;

/**
 * The bucket that all other states live in, and its key: applied once an account, before anything else.
 *
 * Its own state cannot be in the bucket it makes: it stays on this machine, in Terraform's default workspace, and holds
 * no secret. Always protected, because without it Terraform knows nothing of what it manages. Empty for environments
 * that keep state elsewhere.
 */
export class StateStack extends AccountStack {
  constructor(scope: Construct, id: string, environment: Environment) {
    const { system } = nameScope(environment);
    const { accountId, state, tags } = environment;
    const region = state.type === 's3' ? state.region : environment.region;
    super(scope, id, { accountId, region, tags: { ...tags, system, environment: SHARED, stack: id } });
    connectLocal(this, { directory: `${LOCAL_STATE_DIRECTORY}/${environment.accountId}` });
    this.guardWorkspace(['default'], 'the whole account (unset TF_WORKSPACE)');
    if (environment.state.type === 's3') this.bucket(environment, environment.state);
  }

  private bucket(environment: Environment, { bucket: bucketName, region }: S3State): void {
    const { accountId, system = 'wordpress' } = environment;
    const name = { system, environment: 'state' };
    const key = new EncryptionKey(this, 'Key', {
      name,
      accountId,
      region,
      purpose: 'state',
      aliasName: stateKeyAlias(bucketName),
      services: [],
      protect: true,
    });
    const bucket = new PrivateBucket(this, 'Bucket', {
      name,
      accountId,
      bucketName,
      role: 'state',
      key,
      lifecycle: { noncurrentExpireAfterDays: OLD_STATE_DAYS },
      protect: true,
    });
    acceptAtStateBucket(bucket, environment);
    new TerraformOutput(this, 'state_bucket', { value: bucket.bucketName });
  }
}

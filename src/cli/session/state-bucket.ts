import { messageOf, UserError } from '../../core/errors';
import type { StateLocation } from '../../terraform/environments-file';
import { objectOf } from '../../terraform/json';
import type { Variables } from '../../terraform/process/process-environment';
import { s3Settings } from '../../terraform/s3-settings';

/**
 * Whether the bucket for the state exists and may be used.
 *
 * Asks with the variables of the run: its credentials, its endpoint.
 *
 * @throws UserError when the bucket belongs to somebody else or lies in another region, or AWS cannot be asked
 */
export async function bucketExists(state: StateLocation, variables: Variables): Promise<boolean> {
  const { bucket, region } = state;
  if (bucket === undefined || region === undefined)
    throw new UserError("'state' needs 'bucket' and 'region' for type s3");
  const { HeadBucketCommand, S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client({ region, maxAttempts: 3, ...s3Settings(variables) });
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    const status = objectOf(objectOf(error)['$metadata'])['httpStatusCode'];
    if (status === 404) return false;
    throw new UserError(explain(bucket, region, status, error));
  } finally {
    client.destroy();
  }
}

function explain(bucket: string, region: string, status: unknown, error: unknown): string {
  if (status === 403) {
    return `the state bucket '${bucket}' exists but these credentials may not use it; check the account, or name another 'state.bucket'`;
  }
  if (status === 301 || status === 400) {
    return `the state bucket '${bucket}' is not in region '${region}'; correct 'state.region'`;
  }
  return `the state bucket '${bucket}' cannot be looked up: ${messageOf(error)}; check network and credentials`;
}

import { messageOf, UserError } from '../../core/errors';
import type { StateLocation } from '../../terraform/environments-file';
import { objectOf } from '../../terraform/json';
import type { Variables } from '../../terraform/process-environment';

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
  const client = new S3Client({ region, maxAttempts: 3, ...endpointOf(variables), ...credentialsOf(variables) });
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

function endpointOf(variables: Variables): { endpoint?: string; forcePathStyle?: boolean } {
  const endpoint = variables['AWS_ENDPOINT_URL_S3'] ?? variables['AWS_ENDPOINT_URL'];
  return endpoint === undefined || endpoint === '' ? {} : { endpoint, forcePathStyle: true };
}

/** The chain of the SDK reads this process's own variables, which are not those of a sandbox. */
function credentialsOf(variables: Variables): {
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
} {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = variables;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return {};
  const sessionToken = AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {};
  return { credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, ...sessionToken } };
}

import { messageOf, UserError } from '../../core/errors';
import type { Backend } from '../backend';
import { objectOf, textOf } from '../json';
import type { Variables } from '../process/process-environment';
import { s3Settings } from '../s3-settings';

/** Where Terraform's S3 backend puts the lock of a workspace. */
export function s3LockAddress(backend: Backend, workspace: string): string {
  return `s3://${textOf(backend.settings, 'bucket') ?? ''}/${lockKey(backend, workspace)}`;
}

/**
 * The lock object's text, or undefined when there is none.
 *
 * @throws UserError when S3 refuses or can't be reached
 */
export async function readS3Lock(
  backend: Backend,
  workspace: string,
  variables: Variables,
): Promise<string | undefined> {
  // loaded only here: the client costs a quarter of a second
  const { S3Client, GetObjectCommand } = await import('@aws-sdk/client-s3');
  const { settings } = backend;
  const client = new S3Client({
    region: textOf(settings, 'region') ?? variables.AWS_REGION ?? 'us-east-1',
    ...s3Settings(overlaid(backend, variables)),
    // the reader of a lock waits; the SDK's own defaults wait for minutes where packets are lost
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000 },
    ...(settings.use_path_style === true ? { forcePathStyle: true } : {}),
  });
  const address = s3LockAddress(backend, workspace);
  try {
    const object = await client.send(
      new GetObjectCommand({ Bucket: textOf(settings, 'bucket'), Key: lockKey(backend, workspace) }),
    );
    return await object.Body?.transformToString();
  } catch (error) {
    if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NoSuchBucket')) return undefined;
    throw new UserError(`the lock at ${address} cannot be read: ${messageOf(error)}; check credentials and region`);
  } finally {
    client.destroy();
  }
}

/** The variables of the run, with what the backend's own settings say in their place. */
function overlaid({ settings }: Backend, variables: Variables): Variables {
  return {
    ...variables,
    AWS_ENDPOINT_URL_S3: textOf(objectOf(settings.endpoints), 's3') ?? variables.AWS_ENDPOINT_URL_S3,
    AWS_ACCESS_KEY_ID: textOf(settings, 'access_key') ?? variables.AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: textOf(settings, 'secret_key') ?? variables.AWS_SECRET_ACCESS_KEY,
    AWS_SESSION_TOKEN: textOf(settings, 'token') ?? variables.AWS_SESSION_TOKEN,
  };
}

function lockKey({ settings }: Backend, workspace: string): string {
  const key = textOf(settings, 'key') ?? '';
  const prefix = textOf(settings, 'workspace_key_prefix') ?? 'env:';
  return `${workspace === 'default' ? '' : `${prefix}/${workspace}/`}${key}.tflock`;
}

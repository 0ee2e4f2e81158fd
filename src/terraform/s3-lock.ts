import { messageOf, UserError } from '../core/errors';
import type { Backend } from './backend';
import { objectOf, textOf } from './json';
import type { Variables } from './process-environment';

interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

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
  const endpoint =
    textOf(objectOf(settings.endpoints), 's3') ?? variables.AWS_ENDPOINT_URL_S3 ?? variables.AWS_ENDPOINT_URL;
  const client = new S3Client({
    region: textOf(settings, 'region') ?? variables.AWS_REGION ?? 'us-east-1',
    ...(endpoint === undefined ? {} : { endpoint }),
    ...explicitCredentials(backend, variables),
    // the reader of a lock waits; the SDK's own defaults wait for minutes where packets are lost
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000 },
    forcePathStyle: settings.use_path_style === true || endpoint !== undefined,
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

/** Keys from the backend's settings or the variables; without them the client's own chain looks for profiles and roles. */
function explicitCredentials({ settings }: Backend, variables: Variables): { credentials?: S3Credentials } {
  const accessKeyId = textOf(settings, 'access_key') ?? variables.AWS_ACCESS_KEY_ID;
  const secretAccessKey = textOf(settings, 'secret_key') ?? variables.AWS_SECRET_ACCESS_KEY;
  const sessionToken = textOf(settings, 'token') ?? variables.AWS_SESSION_TOKEN;
  if (accessKeyId === undefined || secretAccessKey === undefined) return {};
  return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) } };
}

function lockKey({ settings }: Backend, workspace: string): string {
  const key = textOf(settings, 'key') ?? '';
  const prefix = textOf(settings, 'workspace_key_prefix') ?? 'env:';
  return `${workspace === 'default' ? '' : `${prefix}/${workspace}/`}${key}.tflock`;
}

import type { Variables } from './process-environment';

/** Endpoint and keys for an S3 client, where the variables name them. */
export interface S3Settings {
  readonly endpoint?: string;
  readonly forcePathStyle?: boolean;
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/**
 * What the variables of a run say of S3.
 *
 * The SDK's own chain reads this process's variables, which are not those of a sandbox; it finds profiles and roles where
 * there are no keys here.
 */
export function s3Settings(variables: Variables): S3Settings {
  const endpoint = variables['AWS_ENDPOINT_URL_S3'] || variables['AWS_ENDPOINT_URL'];
  return {
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...credentialsOf(variables),
  };
}

function credentialsOf(variables: Variables): Pick<S3Settings, 'credentials'> {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = variables;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return {};
  const sessionToken = AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {};
  return { credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, ...sessionToken } };
}

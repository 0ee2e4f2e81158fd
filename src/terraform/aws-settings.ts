import type { Variables } from './process/process-environment';

/** Endpoint and keys for a client of AWS, where the variables name them. */
export interface AwsSettings {
  readonly endpoint?: string;
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/**
 * What the variables of a run say of a service, or of every service.
 *
 * The SDK's own chain reads this process's variables, which are not those of a sandbox; it finds profiles and roles where
 * there are no keys here.
 *
 * @param service as in the names of the variables, `S3` in `AWS_ENDPOINT_URL_S3`; undefined where there are several
 */
export function awsSettings(variables: Variables, service?: string): AwsSettings {
  const own = service === undefined ? undefined : variables[`AWS_ENDPOINT_URL_${service}`];
  const endpoint = own || variables['AWS_ENDPOINT_URL'];
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = variables;
  const sessionToken = AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {};
  const credentials =
    AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, ...sessionToken } }
      : {};
  return { ...(endpoint ? { endpoint } : {}), ...credentials };
}

import { awsSettings, type AwsSettings } from './aws-settings';
import type { Variables } from './process/process-environment';

/** Endpoint and keys for an S3 client, where the variables name them. */
export interface S3Settings extends AwsSettings {
  readonly forcePathStyle?: boolean;
}

/** What the variables of a run say of S3; emulators know no bucket by its own host name. */
export function s3Settings(variables: Variables): S3Settings {
  const settings = awsSettings(variables, 'S3');
  return settings.endpoint === undefined ? settings : { ...settings, forcePathStyle: true };
}

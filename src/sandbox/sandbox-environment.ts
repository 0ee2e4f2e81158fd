import { devNull } from 'node:os';
import type { Variables } from '../terraform/process/process-environment';
import type { SandboxStatus } from './sandbox-status';

/**
 * Variables that point Terraform, its provider and the AWS SDKs at a sandbox.
 *
 * Put them over the present environment: they also blank profiles, sessions and certificates, so that no call can
 * reach a real account by mistake. `present` tells which services have an endpoint of their own, which would win.
 */
export function sandboxEnvironment(status: SandboxStatus, present: Variables = {}): Record<string, string> {
  const ofServices = Object.keys(present).filter((name) => name.startsWith('AWS_ENDPOINT_URL_'));
  return {
    ...Object.fromEntries(ofServices.map((name) => [name, status.endpoint])),
    AWS_ENDPOINT_URL: status.endpoint,
    // the emulator plays whichever account the access key names
    AWS_ACCESS_KEY_ID: status.accountId,
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_SESSION_TOKEN: '',
    AWS_PROFILE: '',
    AWS_CA_BUNDLE: '',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
  };
}

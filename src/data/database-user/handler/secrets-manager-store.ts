import { createHash } from 'node:crypto';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { SecretStore } from './secret-store';

/** AWS Secrets Manager as a store of secrets. */
export class SecretsManagerStore implements SecretStore {
  constructor(private readonly client: Pick<SecretsManagerClient, 'send'>) {}

  async read(secretArn: string): Promise<string | undefined> {
    try {
      const { SecretString } = await this.client.send(new GetSecretValueCommand({ SecretId: secretArn }));
      return SecretString;
    } catch (error) {
      // a secret without a version and a secret that does not exist answer alike; writing tells them apart
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  async writeFirst(secretArn: string, value: string): Promise<void> {
    try {
      await this.put(secretArn, value, firstVersion(secretArn));
    } catch (error) {
      // a token is good for one value: another caller was first
      if (!(error instanceof ResourceExistsException)) throw error;
    }
  }

  async replace(secretArn: string, value: string): Promise<void> {
    await this.put(secretArn, value);
  }

  private async put(secretArn: string, value: string, token?: string): Promise<void> {
    await this.client.send(
      new PutSecretValueCommand({ SecretId: secretArn, SecretString: value, ClientRequestToken: token }),
    );
  }
}

/** The version id of a secret's first value, 64 characters as PutSecretValue allows. */
function firstVersion(secretArn: string): string {
  return createHash('sha256').update(`first value of ${secretArn}`).digest('hex');
}

import type { SecretStore } from '../../../src/data/database-user/handler/secret-store';

/** Secrets in memory, with Secrets Manager's rule that a first value is written once. */
export class FakeSecretStore implements SecretStore {
  /** Every value ever written, newest last. */
  readonly versions = new Map<string, string[]>();

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    for (const [arn, value] of Object.entries(values)) this.versions.set(arn, [JSON.stringify(value)]);
  }

  async read(secretArn: string): Promise<string | undefined> {
    await Promise.resolve();
    return this.versions.get(secretArn)?.at(-1);
  }

  async writeFirst(secretArn: string, value: string): Promise<void> {
    await Promise.resolve();
    if (!this.versions.has(secretArn)) this.versions.set(secretArn, [value]);
  }

  async replace(secretArn: string, value: string): Promise<void> {
    await Promise.resolve();
    this.versions.set(secretArn, [...(this.versions.get(secretArn) ?? []), value]);
  }

  /** The current value as an object. */
  json(secretArn: string): Readonly<Record<string, string>> {
    return JSON.parse(this.versions.get(secretArn)?.at(-1) ?? '{}') as Record<string, string>;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { SecretStore } from './secret-store';

/** How long a refusal may last: IAM promises no time; in practice a new policy is known everywhere within seconds. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 16_000];

/**
 * A store that is asked again while access is denied.
 *
 * Terraform makes the function's policy moments before the first invocation, and IAM takes a while to spread it.
 */
export class PatientStore implements SecretStore {
  constructor(
    private readonly store: SecretStore,
    private readonly pausesMs: readonly number[] = PAUSES_MS,
  ) {}

  read(secretArn: string): Promise<string | undefined> {
    return this.whileDenied(() => this.store.read(secretArn));
  }

  writeFirst(secretArn: string, value: string): Promise<void> {
    return this.whileDenied(() => this.store.writeFirst(secretArn, value));
  }

  replace(secretArn: string, value: string): Promise<void> {
    return this.whileDenied(() => this.store.replace(secretArn, value));
  }

  private async whileDenied<Result>(call: () => Promise<Result>): Promise<Result> {
    for (const pauseMs of this.pausesMs) {
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'AccessDeniedException') throw error;
        await pause(pauseMs);
      }
    }
    return call();
  }
}

import type { TerraformStack } from 'cdktf';
import { Database } from '../../src/data/database';
import type { DatabaseProps } from '../../src/data/database-props';
import { FakeNetwork } from '../support/fake-network';

export const NAME = { system: 'wordpress', environment: 'production' };
export const ACCOUNT_ID = '111122223333';
export const REGION = 'eu-west-1';
export const KEY = { keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/0f0e0d0c-0000-4000-8000-000000000001' };

/** What every bucket needs. */
export const BUCKET = { name: NAME, accountId: ACCOUNT_ID, protect: true };

/** A database as production has it, in a network of its own. */
export function makeDatabase(stack: TerraformStack, changes: Partial<DatabaseProps> = {}): Database {
  return new Database(stack, 'Database', {
    name: NAME,
    accountId: ACCOUNT_ID,
    network: changes.network ?? new FakeNetwork(stack),
    key: KEY,
    databaseName: 'wordpress',
    instanceClass: 'db.t4g.medium',
    multiAz: true,
    allocatedStorageGiB: 20,
    maxAllocatedStorageGiB: 100,
    backupRetentionDays: 30,
    backupWindow: '03:00-04:00',
    maintenanceWindow: 'mon:04:30-mon:05:30',
    logRetentionDays: 90,
    protect: true,
    ...changes,
  });
}

/** The statements of a policy that holds no unresolved reference in its structure. */
export function statementsOf(policy: unknown): readonly Readonly<Record<string, unknown>>[] {
  return (JSON.parse(String(policy)) as { Statement: readonly Readonly<Record<string, unknown>>[] }).Statement;
}

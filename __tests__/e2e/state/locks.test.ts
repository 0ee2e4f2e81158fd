import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describeWithStateBucket } from './support/with-state-bucket';
import { slow } from './support/workbench';
import { applyInChild, terraformPid } from './support/tool-process';
import { waitFor } from '../../support/wait-for';
import type { StackAssembly } from '../../../src/terraform/assembly';
import { journalFolder } from '../../../src/terraform/recovery/journal';
import { describeLock, lockHolder, readStateLock } from '../../../src/terraform/locks/state-lock';
import { terraformHost } from '../../../src/terraform/execution/terraform-host';

jest.setTimeout(900_000);

describeWithStateBucket('the lock of a state in S3', 'all', (bench) => {
  const slowStack = (name: string, seconds: number): StackAssembly =>
    bench().stack(name, 'staging', { resource: { terraform_data: { slow: slow(seconds) } } });
  const lockOf = (stack: StackAssembly) => readStateLock(stack, 'staging', bench().variables);

  it('refuses a second writer while the first holds it, and is gone afterwards', async () => {
    const stack = slowStack('contended', 4);
    const first = await bench().open(stack);
    const applying = first.apply(await first.plan());
    await waitFor(async () => (await lockOf(stack)) !== undefined);

    const elsewhere = await terraformHost({
      variables: bench().variables,
      folder: join(bench().root, 'another-machine'),
    });
    const second = elsewhere.open(stack, 'staging').plan();
    await expect(second).rejects.toThrow(/lock \S+ was taken by \S+ for an apply at /);
    await expect((await bench().open(stack)).plan()).rejects.toThrow("stack 'contended': an apply begun at");
    await applying;

    expect(await lockOf(stack)).toBeUndefined();
  });

  it('is explained and released on request after Terraform was killed', async () => {
    const stack = slowStack('killed', 60);
    const first = await bench().open(stack);
    const applying = first.apply(await first.plan());
    await waitFor(async () => (await lockOf(stack)) !== undefined && terraformPid(bench(), stack) > 0);
    process.kill(terraformPid(bench(), stack), 'SIGKILL');
    await expect(applying).rejects.toThrow('SIGKILL');

    const lock = await lockOf(stack);
    const again = await bench().open(stack);

    await expect(again.plan()).rejects.toThrow(/was taken by [^]+its process is gone from this machine/);
    if (lock === undefined) throw new Error('the lock has gone by itself');
    const holder = lockHolder(lock, stack, 'staging', bench().folder);
    expect(holder).toBe('gone');
    const text = describeLock(lock, holder, new Date());
    expect(text).toContain(`lock ${lock.id} was taken by`);
    expect(text).toContain(`@${hostname()} for an apply`);
    await again.forceUnlock(lock.id);
    expect(await lockOf(stack)).toBeUndefined();
    await again.plan();
  });

  it('is released by Terraform itself when only the tool is killed', async () => {
    const stack = slowStack('orphaned', 3);
    await bench().open(stack);
    const tool = applyInChild(bench(), stack, 'staging');
    await waitFor(() => terraformPid(bench(), stack) > 0);
    const terraform = terraformPid(bench(), stack);

    process.kill(tool.pid, 'SIGKILL');
    await tool.ended;

    expect(existsSync(`/proc/${terraform}`)).toBe(true);
    await waitFor(async () => !existsSync(`/proc/${terraform}`) && (await lockOf(stack)) === undefined);
    expect(await bench().object('environments/staging/orphaned.tfstate')).toContain('"slow"');
    const next = await bench().open(stack);
    expect((await next.plan()).json.resource_changes?.map(({ change }) => change.actions)).toEqual([['no-op']]);
  });

  it('ends gracefully at an interrupt and keeps what was made', async () => {
    const stack = bench().stack('interrupted', 'staging', {
      resource: { terraform_data: { quick: {}, slow: slow(3), late: { depends_on: ['terraform_data.slow'] } } },
    });
    await bench().open(stack);
    const tool = applyInChild(bench(), stack, 'staging');
    const journals = journalFolder(bench().folder, 'staging', stack.name);
    await waitFor(() => journals.read().some(({ events }) => events.some(({ type }) => type === 'apply_complete')));

    process.kill(tool.pid, 'SIGINT');
    const { output } = await tool.ended;

    expect(output).toContain("'terraform apply' was interrupted");
    expect(await lockOf(stack)).toBeUndefined();
    const state = await bench().object('environments/staging/interrupted.tfstate');
    expect(state).toContain('"quick"');
    expect(state).not.toContain('"late"');
  });
});

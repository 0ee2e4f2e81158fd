import { statSync, writeFileSync, writeSync } from 'node:fs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { journalFolder } from '../../../src/terraform/recovery/journal';
import { temporaryFolder } from '../../support/temporary-folder';

const COMPLETE = JSON.stringify({
  '@level': 'info',
  type: 'apply_complete',
  hook: {
    resource: { addr: 'aws_vpc.a', resource_type: 'aws_vpc' },
    action: 'create',
    id_key: 'id',
    id_value: 'vpc-1',
    elapsed_seconds: 1,
  },
});
const OUTPUTS = JSON.stringify({ type: 'outputs', outputs: { password: { value: 'hunter2' } } });
const SUMMARY = JSON.stringify({ type: 'change_summary', changes: { add: 1, operation: 'apply' } });

describe('journalFolder', () => {
  it('tells what a killed apply had made, and that it is unfinished', () => {
    const journals = journalFolder(temporaryFolder(), 'staging', 'web');
    const journal = journals.begin([]);
    writeSync(journal.outputFile, `${COMPLETE}\n{"type":"apply_comp`);

    const [read] = journals.read();

    expect(read).toMatchObject({ finished: false, running: false });
    expect(read?.events).toEqual([
      { type: 'apply_complete', address: 'aws_vpc.a', resourceType: 'aws_vpc', action: 'create', id: 'vpc-1' },
    ]);
  });

  it('tells that Terraform itself has finished when only the tool was killed', () => {
    const journals = journalFolder(temporaryFolder(), 'staging', 'web');
    writeSync(journals.begin([]).outputFile, `${COMPLETE}\n${SUMMARY}\n`);

    expect(journals.read()[0]?.finished).toBe(true);
  });

  it('tells that Terraform still runs', () => {
    const journals = journalFolder(temporaryFolder(), 'staging', 'web');
    const journal = journals.begin([]);

    journal.started(process.pid);

    expect(journals.read()[0]).toMatchObject({ running: true, header: { pid: process.pid } });
  });

  it('keeps no values of an apply that was cut off, and the same events', () => {
    const folder = temporaryFolder();
    const journals = journalFolder(folder, 'staging', 'web');
    const journal = journals.begin([]);
    writeSync(journal.outputFile, `${COMPLETE}\n${OUTPUTS}\n`);
    const before = journals.read()[0]?.events;

    journal.close('unknown');

    expect(journals.read()[0]?.events).toEqual(before);
    const directory = join(folder, 'journal/staging/web');
    const kept = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'utf8'));
    expect(kept.join('\n')).not.toContain('hunter2');
  });

  it('forgets an apply that saved its state', () => {
    const journals = journalFolder(temporaryFolder(), 'staging', 'web');

    journals.begin([]).close('state saved');

    expect(journals.read()).toEqual([]);
  });

  it('lets nobody else read it', () => {
    const folder = temporaryFolder();
    journalFolder(folder, 'staging', 'web').begin([]);

    const directory = join(folder, 'journal/staging/web');

    expect(statSync(directory).mode & 0o077).toBe(0);
    readdirSync(directory).forEach((name) => expect(statSync(join(directory, name)).mode & 0o077).toBe(0));
  });

  it('keeps stacks and environments apart', () => {
    const folder = temporaryFolder();
    journalFolder(folder, 'staging', 'web').begin([]);

    expect(journalFolder(folder, 'production', 'web').read()).toEqual([]);
    expect(journalFolder(folder, 'staging', 'data').read()).toEqual([]);
  });

  it('fails for a damaged journal', () => {
    const folder = temporaryFolder();
    const journals = journalFolder(folder, 'staging', 'web');
    journals.begin([]);
    const directory = join(folder, 'journal/staging/web');
    readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .forEach((name) => writeFileSync(join(directory, name), '{'));

    expect(() => journals.read()).toThrow(`delete '${directory}' to go on without recovery`);
  });
});

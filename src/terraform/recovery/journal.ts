import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isApplySummary, parseApplyEvent, type ApplyEvent } from '../process/apply-events';
import { readJsonFile, textOf } from '../json';
import { isSameProcess, processIdentity } from '../process/process-identity';
import type { PlannedObject } from './planned-objects';

/** What is known of one apply that has begun. */
export interface JournalHeader {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly host: string;
  /** Terraform's process; 0 until it runs. */
  readonly pid: number;
  readonly identity: string;
  readonly planned: readonly PlannedObject[];
}

/** An apply of which it is not known that it ended well. */
export interface Journal {
  readonly header: JournalHeader;
  readonly events: readonly ApplyEvent[];
  /** Terraform said itself that all was done, so its state is whole. */
  readonly finished: boolean;
  /** Terraform still runs on this machine. */
  readonly running: boolean;
}

/** The journals of one stack in one workspace. */
export interface JournalFolder {
  /** Begins a journal; Terraform writes its events to `outputFile`. */
  begin(planned: readonly PlannedObject[]): OpenJournal;
  /** Oldest first. */
  read(): Journal[];
  /** After a clean apply: all that the older ones knew is in the state. */
  clear(): void;
}

/** A journal that is being written. */
export interface OpenJournal {
  readonly outputPath: string;
  /** File descriptor for Terraform's output. */
  readonly outputFile: number;
  started(pid: number): void;
  /** Everything Terraform wrote. */
  output(): string;
  /**
   * Ends it. An interrupted apply may have lost state: its events are kept, without any values. One that ended by
   * itself has saved its state and is forgotten.
   */
  close(outcome: 'state saved' | 'unknown'): void;
}

/** The journals below `folder`, which nobody else may read. */
export function journalFolder(folder: string, workspace: string, stack: string): JournalFolder {
  const directory = join(folder, 'journal', workspace, stack);
  return {
    begin: (planned) => begin(directory, planned),
    read: () => names(directory).map((name) => read(directory, name)),
    clear: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function begin(directory: string, planned: readonly PlannedObject[]): OpenJournal {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const startedAt = new Date().toISOString();
  const name = `${startedAt.replace(/[:.]/g, '-')}-${process.pid}`;
  const headerPath = join(directory, `${name}.json`);
  const outputPath = join(directory, `${name}.jsonl`);
  const header: JournalHeader = { startedAt, host: hostname(), pid: 0, identity: '', planned };
  writePrivate(headerPath, JSON.stringify(header));
  const outputFile = openSync(outputPath, 'w', 0o600);
  return {
    outputPath,
    outputFile,
    started: (pid) =>
      writePrivate(headerPath, JSON.stringify({ ...header, pid, identity: processIdentity(pid) ?? '' })),
    output: () => readFileSync(outputPath, 'utf8'),
    close(outcome) {
      closeSync(outputFile);
      if (outcome === 'unknown') writePrivate(outputPath, withoutValues(readFileSync(outputPath, 'utf8')));
      else [outputPath, headerPath].forEach((path) => rmSync(path, { force: true }));
    },
  };
}

/** Terraform's own lines hold outputs and diagnostics; only what recovery reads stays. */
function withoutValues(output: string): string {
  const events = output.split('\n').flatMap((line) => parseApplyEvent(line) ?? []);
  return events.map((event) => `${JSON.stringify(toLine(event))}\n`).join('');
}

/** In Terraform's own form, so that one parser reads both. */
function toLine({ type, address, resourceType, action, id }: ApplyEvent): object {
  return { type, hook: { resource: { addr: address, resource_type: resourceType }, action, id_value: id } };
}

function writePrivate(path: string, content: string): void {
  writeFileSync(`${path}.new`, content, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function names(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
  return files.map((file) => file.slice(0, -'.json'.length)).sort();
}

function read(directory: string, name: string): Journal {
  const json = readJsonFile(join(directory, `${name}.json`), `delete '${directory}' to go on without recovery`);
  const header: JournalHeader = {
    startedAt: textOf(json, 'startedAt') ?? '',
    host: textOf(json, 'host') ?? '',
    pid: typeof json.pid === 'number' ? json.pid : 0,
    identity: textOf(json, 'identity') ?? '',
    planned: Array.isArray(json.planned) ? (json.planned as PlannedObject[]) : [],
  };
  const outputPath = join(directory, `${name}.jsonl`);
  const lines = existsSync(outputPath) ? readFileSync(outputPath, 'utf8').split('\n') : [];
  const here = header.host === hostname() && header.pid > 0;
  return {
    header,
    events: lines.flatMap((line) => parseApplyEvent(line) ?? []),
    finished: lines.some(isApplySummary),
    running: here && isSameProcess(header.pid, header.identity),
  };
}

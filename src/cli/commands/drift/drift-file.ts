import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readIgnoreFile, readRepairSettings, type IgnoreRule, type RepairSettings } from '../../../drift';
import { readJsonFile, type JsonObject } from '../../../terraform/json';

/** Where ignore rules and repair settings lie unless another file is named. */
export const DRIFT_FILE = 'drift.json';

/** What a `drift.json` says. */
export interface DriftFile {
  readonly ignore: readonly IgnoreRule[];
  readonly repair: RepairSettings;
}

/**
 * Reads a `drift.json`; one that is not there says nothing, unless it is named.
 *
 * @throws UserError when something in it is not what it must be, or a named file is not there
 */
export function readDriftFile(project: string, given: string | undefined): DriftFile {
  const content = contentOf(project, given);
  const name = given ?? DRIFT_FILE;
  return { ignore: readIgnoreFile(content, name), repair: readRepairSettings(content, name) };
}

/** Adds ignore rules to a `drift.json`, all of them or none; the file is made where there is none. */
export function addIgnoreRules(project: string, name: string, rules: readonly IgnoreRule[]): void {
  const file = resolve(project, name);
  const present: JsonObject = existsSync(file) ? contentOf(project, name) : {};
  const ignore = [...readIgnoreFile(present, name), ...rules];
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...present, ignore }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

function contentOf(project: string, given: string | undefined): JsonObject {
  const file = given === undefined ? join(project, DRIFT_FILE) : resolve(project, given);
  return given === undefined && !existsSync(file) ? {} : readJsonFile(file, 'repair it or take it away');
}

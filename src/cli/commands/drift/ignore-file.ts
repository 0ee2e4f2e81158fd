import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readIgnoreFile, type IgnoreRule } from '../../../drift';
import { readJsonFile } from '../../../terraform/json';

/** Where ignore rules lie unless another file is named. */
export const IGNORE_FILE = 'drift.json';

/** @throws UserError when a rule is not what it must be, or a named file is not there */
export function ignoreRulesOf(project: string, given: string | undefined): readonly IgnoreRule[] {
  const name = given ?? IGNORE_FILE;
  const file = given === undefined ? join(project, name) : resolve(project, name);
  if (given === undefined && !existsSync(file)) return [];
  return readIgnoreFile(readJsonFile(file, 'repair it or take it away'), name);
}

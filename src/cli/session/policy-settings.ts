import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../core/errors';
import {
  checkRuleIds,
  readPolicyFile,
  SEVERITIES,
  type AimedSuppression,
  type Rule,
  type Severity,
} from '../../policy';
import { currentEnvironment, type EnvironmentsFile } from '../../terraform/environments-file';
import { readJsonFile } from '../../terraform/json';
import type { Context } from '../context';

/** File of accepted findings that is read without being named. */
export const POLICY_FILE = 'policy.json';

/** Packs that an environment is judged by unless others are named; the baseline for an app that does not describe its environments. */
export function packsOf(file: EnvironmentsFile | undefined): readonly string[] {
  if (file === undefined) return ['baseline'];
  return [currentEnvironment(file).stage === 'production' ? 'production' : 'baseline', 'wordpress'];
}

/** The file of accepted findings: the named one from the present folder, else `policy.json` of the project. */
export function suppressionsFile({ project, folder }: Context, named: string | undefined): string {
  return named === undefined ? resolve(project, POLICY_FILE) : resolve(folder, named);
}

/**
 * The suppressions of a file; none where no file is named and the project has no `policy.json`.
 *
 * @throws UserError when the file cannot be read, or a suppression in it is not whole or names an unknown rule
 */
export function fileSuppressions(
  context: Context,
  rules: readonly Rule[],
  named?: string,
): readonly AimedSuppression[] {
  const file = suppressionsFile(context, named);
  if (named === undefined && !existsSync(file)) return [];
  const suppressions = readPolicyFile(readJsonFile(file, 'repair it or take it away'), named ?? POLICY_FILE);
  checkRuleIds(suppressions, rules);
  return suppressions;
}

/** @throws UserError when the text of an option is no severity */
export function severityOption(option: string, text: string, more: readonly string[] = []): Severity {
  const severity = SEVERITIES.find((each) => each === text);
  if (severity !== undefined) return severity;
  throw new UserError(`'${option}' must be one of ${[...SEVERITIES, ...more].join(', ')}, got '${text}'`);
}

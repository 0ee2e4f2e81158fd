import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../core/errors';
import { checkRuleIds, readPolicyFile, RULES, SEVERITIES, type AimedSuppression, type Severity } from '../../policy';
import { currentEnvironment, type EnvironmentsFile } from '../../terraform/environments-file';
import { readJsonFile } from '../../terraform/json';

/** File of accepted findings that is read without being named. */
export const POLICY_FILE = 'policy.json';

/** Packs that an environment is judged by unless others are named; the baseline for an app that does not describe its environments. */
export function packsOf(file: EnvironmentsFile | undefined): readonly string[] {
  if (file === undefined) return ['baseline'];
  return [currentEnvironment(file).stage === 'production' ? 'production' : 'baseline', 'wordpress'];
}

/**
 * The suppressions of a file; none where no file is named and the project has no `policy.json`.
 *
 * @throws UserError when the file cannot be read, or a suppression in it is not whole or names an unknown rule
 */
export function fileSuppressions(project: string, named?: string): readonly AimedSuppression[] {
  const file = resolve(project, named ?? POLICY_FILE);
  if (named === undefined && !existsSync(file)) return [];
  const suppressions = readPolicyFile(readJsonFile(file, 'repair it or take it away'), named ?? POLICY_FILE);
  checkKnownRules(suppressions);
  return suppressions;
}

/** @throws UserError when a suppression is for a rule that does not exist */
export function checkKnownRules(suppressions: readonly AimedSuppression[]): void {
  checkRuleIds(
    suppressions,
    RULES.map(({ id }) => id),
  );
}

/** @throws UserError when the text of an option is no severity */
export function severityOption(option: string, text: string, more: readonly string[] = []): Severity {
  const severity = SEVERITIES.find((each) => each === text);
  if (severity !== undefined) return severity;
  throw new UserError(`'${option}' must be one of ${[...SEVERITIES, ...more].join(', ')}, got '${text}'`);
}

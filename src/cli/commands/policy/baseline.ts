import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { suppressionProblems } from '../../../core/suppression';
import { UserError } from '../../../core/errors';
import { baselineOf, LONGEST_DAYS, policyExitCode, type AimedSuppression, type Baseline } from '../../../policy';
import { readJsonFile, type JsonObject } from '../../../terraform/json';
import type { CommandResult, Context } from '../../context';
import type { PolicyBaselineOptions } from '../../options';
import { count } from '../../render/table';
import { fileSuppressions, POLICY_FILE, suppressionsFile } from '../../session/policy-settings';
import { judgedReport } from './judged-report';

/** Days after which a finding that nobody decided on is back, unless a day is given. */
const USUAL_DAYS = 90;

type Decision = Parameters<typeof baselineOf>[2];

/**
 * Accepts everything that is found today, until a day: the start for a stack that exists.
 *
 * @throws UserError when owner, reason or day is not what a suppression needs; nothing is written then
 */
export async function policyBaseline(context: Context, options: PolicyBaselineOptions): Promise<CommandResult> {
  const decision = decisionOf(context, options);
  const rules = await context.services.policyRules();
  const name = options.suppressions ?? POLICY_FILE;
  const file = suppressionsFile(context, options.suppressions);
  const present = existsSync(file) ? fileSuppressions(context, rules, options.suppressions) : [];
  const { input, report, accepting } = await judgedReport(context, options, { accepted: present });
  const { entries, refused } = baselineOf(report, rules, decision);
  const aimed = entries.map((entry): AimedSuppression => ({ ...entry, origin: name, writtenIn: 'file' }));
  const left = accepting(aimed);
  if (entries.length > 0) write(file, entries);
  const kept = refused.map(({ key, message }) => `  ${key}: ${message}`);
  return {
    exitCode: policyExitCode(left),
    text: [
      `${input.name}: ${count(entries.length, 'finding')} accepted until ${decision.expires} in '${name}'`,
      ...(kept.length === 0
        ? []
        : [`${count(kept.length, 'finding')} cannot be accepted and must be repaired:`, ...kept]),
    ].join('\n'),
    document: {
      name: input.name,
      file: name,
      accepted: entries.length,
      expires: decision.expires,
      refused: refused.map(({ key, message }) => ({ key, message })),
    },
  };
}

function decisionOf(context: Context, { owner, reason, expires }: PolicyBaselineOptions): Decision {
  const today = context.now();
  const decision = {
    reason: reason ?? `found when the policy was introduced on ${day(today, 0)}`,
    owner,
    expires: expires ?? day(today, USUAL_DAYS),
  };
  const problems = suppressionProblems({ rule: 'any', ...decision });
  if (problems.length > 0) throw new UserError(problems.map((problem) => problem.replace("'", "'--")).join('\n'));
  const [first, last] = [day(today, 0), day(today, LONGEST_DAYS)];
  if (decision.expires >= first && decision.expires <= last) return decision;
  throw new UserError(`'--expires' must be a day from ${first} to ${last}, got '${decision.expires}'`);
}

function day(from: Date, after: number): string {
  return new Date(from.getTime() + after * 86_400_000).toISOString().slice(0, 10);
}

/** Adds to what the file holds; a run that is cut off leaves it as it was. */
function write(path: string, entries: Baseline['entries']): void {
  const present: JsonObject = existsSync(path) ? readJsonFile(path, 'repair it or take it away') : {};
  const suppressions = [
    ...(Array.isArray(present.suppressions) ? (present.suppressions as unknown[]) : []),
    ...entries,
  ];
  writeFileSync(`${path}.new`, `${JSON.stringify({ ...present, suppressions }, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

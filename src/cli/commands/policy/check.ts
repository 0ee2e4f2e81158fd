import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../../../core/errors';
import {
  checkRuleIds,
  evaluate,
  policyExitCode,
  readPolicyFile,
  reportDocument,
  RULES,
  selectRules,
  suppressionsIn,
  type AimedSuppression,
  type Report,
} from '../../../policy';
import { readJsonFile } from '../../../terraform/json';
import type { CommandResult, Context } from '../../context';
import type { PolicyCheckOptions } from '../../options';
import { policyFormat } from '../../render/policy-formats';
import { judgedInput, type JudgedInput } from './judged-input';

const POLICY_FILE = 'policy.json';

/**
 * Judges the synthesized stacks, or plans.
 *
 * @throws UserError when a plan, the file of suppressions, a pack or a format is not what it must be
 */
export async function policyCheck(context: Context, options: PolicyCheckOptions): Promise<CommandResult> {
  const render = policyFormat(options.format);
  selectRules(RULES, options.pack);
  const suppressions = suppressionsOf(context, options);
  const input = await judgedInput(context, options);
  const report = reportOf(context, options, input, suppressions);
  if (options.plan.length > 0 && report.results.length === 0) {
    throw new UserError(
      `no rule of ${report.packs.join(', ')} applies to anything in ${input.name}, so nothing is proved`,
    );
  }
  return {
    exitCode: policyExitCode(report),
    text: render(report, { name: input.name, style: context.style, locate: input.locate }),
    document: { name: input.name, ...reportDocument(report) },
  };
}

function reportOf(
  context: Context,
  { pack, stack }: PolicyCheckOptions,
  { graph, synthesized, packs }: JudgedInput,
  suppressions: readonly AimedSuppression[],
): Report {
  const known = new Set(graph.resources.map((resource) => resource.stack));
  const unknown = stack.find((name) => !known.has(name));
  if (unknown !== undefined) throw new UserError(`'--stack' must be one of ${[...known].join(', ')}, got '${unknown}'`);
  checkRuleIds(
    [...suppressions, ...suppressionsIn(graph)],
    RULES.map(({ id }) => id),
  );
  return evaluate(graph, selectRules(RULES, pack.length > 0 ? pack : packs), {
    today: context.now().toISOString().slice(0, 10),
    suppressions,
    ...(synthesized === undefined ? {} : { synthesized }),
    ...(stack.length === 0 ? {} : { stacks: stack }),
  });
}

function suppressionsOf({ project }: Context, { suppressions }: PolicyCheckOptions): readonly AimedSuppression[] {
  const file = suppressions === undefined ? join(project, POLICY_FILE) : resolve(project, suppressions);
  if (suppressions === undefined && !existsSync(file)) return [];
  const name = suppressions ?? POLICY_FILE;
  return readPolicyFile(readJsonFile(file, 'repair it or take it away'), name);
}

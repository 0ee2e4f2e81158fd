import { UserError } from '../../../core/errors';
import {
  evaluate,
  policyExitCode,
  reportDocument,
  RULES,
  selectRules,
  suppressionsIn,
  type AimedSuppression,
  type Report,
} from '../../../policy';
import type { CommandResult, Context } from '../../context';
import type { PolicyCheckOptions } from '../../options';
import { policyFormat } from '../../render/policy-formats';
import { checkKnownRules, fileSuppressions } from '../../session/policy-settings';
import { judgedInput, type JudgedInput } from './judged-input';

/**
 * Judges the synthesized stacks, or plans.
 *
 * @throws UserError when a plan, the file of suppressions, a pack or a format is not what it must be
 */
export async function policyCheck(context: Context, options: PolicyCheckOptions): Promise<CommandResult> {
  const render = policyFormat(options.format);
  selectRules(RULES, options.pack);
  const suppressions = fileSuppressions(context.project, options.suppressions);
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
  { graph, synthesized, packs, stacks }: JudgedInput,
  suppressions: readonly AimedSuppression[],
): Report {
  const known = new Set(graph.resources.map((resource) => resource.stack));
  const unknown = stack.find((name) => !known.has(name));
  if (unknown !== undefined) throw new UserError(`'--stack' must be one of ${[...known].join(', ')}, got '${unknown}'`);
  checkKnownRules(suppressionsIn(graph));
  const judged = stack.length === 0 ? stacks : stack;
  return evaluate(graph, selectRules(RULES, pack.length > 0 ? pack : packs), {
    today: context.now().toISOString().slice(0, 10),
    suppressions,
    ...(synthesized === undefined ? {} : { synthesized }),
    ...(judged === undefined ? {} : { stacks: judged }),
  });
}

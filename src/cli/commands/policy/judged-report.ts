import { UserError } from '../../../core/errors';
import { checkRuleIds, evaluate, selectRules, suppressionsIn } from '../../../policy';
import type { AimedSuppression, Report, Rule } from '../../../policy';
import type { Context } from '../../context';
import type { PolicyJudgeOptions } from '../../options';
import { fileSuppressions } from '../../session/policy-settings';
import { judgedInput, type JudgedInput } from './judged-input';

/** What was judged and what was found; `accepting` judges it once more with further suppressions. */
export interface JudgedReport {
  readonly input: JudgedInput;
  readonly report: Report;
  accepting(this: void, suppressions: readonly AimedSuppression[]): Report;
}

/** How to judge, where the command line leaves no choice. */
interface JudgeSettings {
  /**
   * Findings that are accepted besides those on constructs.
   *
   * @default - those of the file
   */
  readonly accepted?: readonly AimedSuppression[];
  /**
   * Ask the app where it makes its constructs, for a report that points at lines.
   *
   * @default false
   */
  readonly frames?: boolean;
}

/** What decides besides what is judged. */
interface Criteria {
  readonly rules: readonly Rule[];
  readonly suppressions: readonly AimedSuppression[];
}

/**
 * Judges the synthesized stacks of an environment, or plans.
 *
 * @throws UserError when a plan, the file of suppressions or a pack is not what it must be, or nothing could be judged
 */
export async function judgedReport(
  context: Context,
  options: PolicyJudgeOptions,
  { accepted, frames = false }: JudgeSettings = {},
): Promise<JudgedReport> {
  const rules = await context.services.policyRules();
  selectRules(rules, options.pack);
  const suppressions = accepted ?? fileSuppressions(context, rules, options.suppressions);
  const input = await judgedInput(context, options, frames);
  const accepting = (more: readonly AimedSuppression[]): Report =>
    reportOf(context, options, input, { rules, suppressions: [...suppressions, ...more] });
  const report = accepting([]);
  if (options.plan.length > 0 && report.results.length === 0) {
    throw new UserError(
      `no rule of ${report.packs.join(', ')} applies to anything in ${input.name}, so nothing is proved`,
    );
  }
  return { input, report, accepting };
}

function reportOf(
  context: Context,
  { pack, stack }: PolicyJudgeOptions,
  { graph, synthesized, packs, stacks }: JudgedInput,
  { rules, suppressions }: Criteria,
): Report {
  const known = new Set(graph.resources.map((resource) => resource.stack));
  const unknown = stack.find((name) => !known.has(name));
  if (unknown !== undefined) throw new UserError(`'--stack' must be one of ${[...known].join(', ')}, got '${unknown}'`);
  checkRuleIds(suppressionsIn(graph), rules);
  const judged = stack.length === 0 ? stacks : stack;
  return evaluate(graph, selectRules(rules, pack.length > 0 ? pack : packs), {
    today: context.now().toISOString().slice(0, 10),
    suppressions,
    ...(synthesized === undefined ? {} : { synthesized }),
    ...(judged === undefined ? {} : { stacks: judged }),
  });
}

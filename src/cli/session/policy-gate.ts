import { checkRuleIds, evaluate, loadAssembly, loadPlans, selectRules, suppressionsIn } from '../../policy';
import type { AimedSuppression, PlanInput, Report, ResourceGraph, Selection } from '../../policy';
import { objectOf } from '../../terraform/json';
import type { Context } from '../context';
import type { PlannedStack } from './plan-stacks';
import { fileSuppressions, packsOf, severityOption } from './policy-settings';
import type { Session } from './session';

/** Judges what is about to be applied. */
export interface PolicyGate {
  /** Every finding on what these plans make of their stacks; undefined when the policy is off. */
  judge(planned: readonly PlannedStack[]): Report | undefined;
}

/**
 * The policy that plans have to pass before they are applied.
 *
 * @param threshold mildest severity that stops an apply, or `off`; undefined leaves it to the packs of the environment
 * @throws UserError when the threshold is none, or the suppressions are not what they must be
 */
export async function policyGate(
  context: Context,
  session: Session,
  threshold: string | undefined,
): Promise<PolicyGate> {
  if (threshold === 'off') return { judge: () => undefined };
  const rules = await context.services.policyRules();
  const selected = selectRules(rules, packsOf(session.file));
  const selection: Selection =
    threshold === undefined ? selected : { ...selected, threshold: severityOption('--policy', threshold, ['off']) };
  const suppressions = fileSuppressions(context, rules);
  const synthesized = loadAssembly(session.assembly);
  checkRuleIds(suppressionsIn(synthesized), rules);
  const today = context.now().toISOString().slice(0, 10);
  return { judge: (planned) => judgePlans(session, planned, { selection, suppressions, synthesized, today }) };
}

interface Criteria {
  readonly selection: Selection;
  readonly suppressions: readonly AimedSuppression[];
  readonly synthesized: ResourceGraph;
  readonly today: string;
}

/** A stack whose plan tells no values, such as one with stand-ins, is judged as it is synthesized. */
function judgePlans(session: Session, planned: readonly PlannedStack[], criteria: Criteria): Report {
  const { selection, synthesized, ...rest } = criteria;
  const plans = planned.filter(tellsValues).map((stack) => planInput(session, stack));
  const graph = plans.length === 0 ? synthesized : loadPlans(plans, synthesized);
  const stacks = planned.map(({ stack }) => stack.name);
  return evaluate(graph, selection, { ...rest, synthesized, stacks });
}

function tellsValues({ stack, plan, summary }: PlannedStack): boolean {
  const { resource, data, module } = stack.configuration;
  const judgeable = [resource, data, module].some((blocks) => Object.keys(objectOf(blocks)).length > 0);
  return judgeable && summary.placeholders.length === 0 && plan.json.planned_values !== undefined;
}

/** In the sandbox the provider's settings are the emulator's; those of the app are judged instead. */
function planInput({ sandboxed }: Session, { stack, plan }: PlannedStack): PlanInput {
  const { configuration } = plan.json;
  const json = sandboxed ? { ...plan.json, configuration: { ...configuration, provider_config: {} } } : plan.json;
  return { stack: stack.name, json };
}

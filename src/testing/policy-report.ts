import { App, TerraformStack } from 'cdktf';
import { UserError } from '../core/errors';
import { evaluate, loadAssembly, RULES, type Report, type Rule, type Severity } from '../policy';
import type { StackAssembly } from '../terraform/assembly';
import { isObject, parseObject, type JsonObject } from '../terraform/json';
import { Synthesized, terraformJson } from './synthesize';

/**
 * What can be judged: a stack, or Terraform JSON as a text or parsed.
 *
 * Suppressions on constructs count for a stack and for what `terraformJson()` returns; what `Testing.synth()` and
 * `synthesize()` return does not hold them.
 */
export type PolicySubject = TerraformStack | Synthesized | JsonObject | string;

/** How a test judges. */
export interface PolicyReportOptions {
  /**
   * Rules by id.
   *
   * @default - every rule of every pack
   */
  readonly rules?: readonly string[];
  /**
   * Mildest severity of a finding that counts as alarming.
   *
   * @default 'low'
   */
  readonly atLeast?: Severity;
  /**
   * Day on which suppressions are judged, `2026-11-21`.
   *
   * @default - today, so that a test fails when a suppression has ended
   */
  readonly today?: string;
}

const ONLY = 'stack';

/**
 * Judges a stack by the rules of the policy, for tests with any runner.
 *
 * The other stacks of the app are looked at, so that references to them are followed, and not judged.
 *
 * @throws UserError when a rule does not exist, or a text is no JSON object
 */
export function policyReport(subject: PolicySubject, options: PolicyReportOptions = {}): Report {
  const { atLeast = 'low', today = new Date().toISOString().slice(0, 10) } = options;
  const rules = options.rules?.map(ruleOf) ?? RULES;
  const { name, stacks } = assemblyOf(subject);
  return evaluate(loadAssembly({ stacks }), { packs: [], rules, threshold: atLeast }, { today, stacks: [name] });
}

function ruleOf(id: string): Rule {
  const rule = RULES.find((each) => each.id === id);
  if (rule === undefined) throw new UserError(`'${id}' is the id of no rule; see 'wordpress-ha policy list'`);
  return rule;
}

function assemblyOf(subject: PolicySubject): { readonly name: string; readonly stacks: readonly StackAssembly[] } {
  if (!TerraformStack.isStack(subject)) return { name: ONLY, stacks: [stackOf(ONLY, jsonOf(subject))] };
  const stacks = App.of(subject)
    .node.findAll()
    .filter((each): each is TerraformStack => TerraformStack.isStack(each));
  return {
    name: subject.node.id,
    stacks: stacks.map((stack) => stackOf(stack.node.id, terraformJson(stack))),
  };
}

function jsonOf(subject: Exclude<PolicySubject, TerraformStack>): JsonObject {
  if (subject instanceof Synthesized) return subject.json;
  const json = typeof subject === 'string' ? parseObject(subject) : subject;
  if (!isObject(json))
    throw new UserError('what is judged must be a stack or the JSON of one; give Testing.synth(stack)');
  return json;
}

function stackOf(name: string, configuration: JsonObject): StackAssembly {
  return { name, directory: '', dependencies: [], configuration };
}

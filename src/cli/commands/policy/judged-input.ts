import { readFileSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { messageOf, UserError } from '../../../core/errors';
import {
  lineOfAddress,
  loadAssembly,
  loadPlans,
  locationOfFrame,
  type Locate,
  type PlanInput,
  type ResourceGraph,
} from '../../../policy';
import { readAssembly, type Assembly } from '../../../terraform/assembly';
import { readEnvironments } from '../../../terraform/environments-file';
import { parseObject } from '../../../terraform/json';
import type { Variables } from '../../../terraform/process-environment';
import type { Context } from '../../context';
import type { PolicyJudgeOptions } from '../../options';
import { chooseEnvironment } from '../../session/choose-environment';
import { NO_FRAMES, recordFrames, type ConstructFrames } from '../../session/construct-frames';
import { packsOf } from '../../session/policy-settings';
import { assemblyDirectory, synthesize } from '../../session/synthesize';

/** What is judged, and what is known of it. */
export interface JudgedInput {
  /** What reports call it: the environment, or the names of plans. */
  readonly name: string;
  readonly graph: ResourceGraph;
  /** What plans were made from. */
  readonly synthesized?: ResourceGraph;
  /** Packs to take when none is named. */
  readonly packs: readonly string[];
  /** Stacks to judge when none is named; undefined means all of them. */
  readonly stacks?: readonly string[];
  readonly locate: Locate;
}

/** A plan as the command line names it. */
interface NamedPlan {
  readonly stack: string;
  readonly file: string;
  /** Whether it is the plan of a stack of this app. */
  readonly own: boolean;
}

/**
 * Reads the stacks of the environment, or plans. Plans that name a stack of the app are joined with what they were made from.
 *
 * @param withFrames asks the app where it makes its constructs, so that `locate` can tell
 */
export async function judgedInput(
  context: Context,
  options: PolicyJudgeOptions,
  withFrames: boolean,
): Promise<JudgedInput> {
  const named = options.plan.map(namedPlan);
  const plans = named.map((plan) => planInput(context.folder, plan));
  if (plans.length > 0 && !named.some(({ own }) => own)) {
    const name = named.map(({ file }) => basename(file)).join(', ');
    return { name, graph: loadPlans(plans), packs: ['baseline'], locate: locateIn(named, context) };
  }
  const { assembly, name, packs, frames } = await synthesizedStacks(context, options, withFrames);
  const synthesized = loadAssembly(assembly);
  const locate = locateIn(assembly, context, frames);
  if (plans.length === 0) return { name, graph: synthesized, packs, locate };
  const strange = named.find(({ own, stack }) => own && !assembly.stacks.some((each) => each.name === stack));
  if (strange !== undefined) {
    const known = assembly.stacks.map((stack) => stack.name).join(', ');
    throw new UserError(`'--plan' must name one of the stacks ${known}, got '${strange.stack}=${strange.file}'`);
  }
  const stacks = assembly.stacks.length > plans.length ? { stacks: plans.map(({ stack }) => stack) } : {};
  return { name, graph: loadPlans(plans, synthesized), synthesized, packs, locate, ...stacks };
}

function namedPlan(given: string): NamedPlan {
  const [, stack, file] = /^([A-Za-z0-9_-]+)=(.+)$/s.exec(given) ?? [];
  if (stack !== undefined && file !== undefined) return { stack, file, own: true };
  return { stack: basename(given).replace(/\.[^.]*$/, ''), file: given, own: false };
}

function planInput(folder: string, { stack, file }: NamedPlan): PlanInput {
  const path = resolve(folder, file);
  const label = `'${file}'`;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`${label} cannot be read: ${messageOf(error)}`);
  }
  if (text.trim() === '') throw new UserError(`${label} is empty; make it with 'terraform show -json PLANFILE'`);
  const json = parseObject(text);
  if (json !== undefined) return { stack, json, label };
  const saved = text.startsWith('PK');
  const what = saved ? 'is a saved plan and not its JSON' : 'is cut off or no JSON object';
  throw new UserError(`${label} ${what}; make it with 'terraform show -json PLANFILE'`);
}

interface SynthesizedStacks {
  readonly assembly: Assembly;
  readonly name: string;
  readonly packs: readonly string[];
  readonly frames: ConstructFrames;
}

async function synthesizedStacks(
  context: Context,
  options: PolicyJudgeOptions,
  withFrames: boolean,
): Promise<SynthesizedStacks> {
  const name = chooseEnvironment(options.environment, context.variables, false);
  const run = (more?: Variables): Promise<string> => synthesize(context, name, false, more);
  const frames = options.synth && withFrames ? await recordFrames(context.variables, run) : NO_FRAMES;
  if (options.synth && !withFrames) await run();
  const assembly = readAssembly(assemblyDirectory(context.project, name));
  return { assembly, name, packs: packsOf(readEnvironments(assembly.directory)), frames };
}

/** Findings lie where TypeScript made the resource if that is known, else in the Terraform JSON or in the plan. */
function locateIn(
  source: Assembly | readonly NamedPlan[],
  { project, folder }: Context,
  frames: ConstructFrames = NO_FRAMES,
): Locate {
  const texts = new Map<string, string>();
  return ({ stack, address, construct }) => {
    const frame = locationOfFrame(frames.get(construct ?? '') ?? '');
    if (frame !== undefined) return { ...frame, file: inProject(project, frame.file) };
    if (!('stacks' in source)) {
      const plan = source.find((each) => each.stack === stack);
      return plan === undefined ? undefined : { file: inProject(project, resolve(folder, plan.file)), line: 1 };
    }
    const directory = source.stacks.find((each) => each.name === stack)?.directory;
    if (directory === undefined) return undefined;
    const file = join(directory, 'cdk.tf.json');
    const text = texts.get(file) ?? readFileSync(file, 'utf8');
    texts.set(file, text);
    return { file: inProject(project, file), line: lineOfAddress(text, address) };
  };
}

function inProject(project: string, file: string): string {
  return (isAbsolute(file) ? relative(project, file) : file).replaceAll('\\', '/');
}

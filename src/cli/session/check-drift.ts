import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  analyzeDrift,
  inventoryQuestions,
  readDriftPlan,
  type DriftReport,
  type DriftSeverity,
  type IgnoreRule,
  type Inventory,
  type InventoryAnswer,
  type LiveResource,
  type StackPlace,
} from '../../drift';
import { loadAssembly, type Locate, type ResourceGraph } from '../../policy';
import { locateInAssembly } from './locate';
import { schedule } from '../../terraform/schedule/scheduler';
import type { StackAssembly } from '../../terraform/assembly';
import { objectOf } from '../../terraform/json';
import type { Context } from '../context';
import { failuresOf, valuesOf, type StackFailure } from '../failures';
import { findEnvironmentFile } from './environment-file';
import { planStack, planStacks, type PlannedStack } from './plan-stacks';
import { policyJudge } from './policy-judge';
import { serviceSettings } from './service-settings';
import type { Session } from './session';
import { stackDocuments } from './stack-documents';

/** How to check. */
export interface DriftCheckOptions {
  readonly values: boolean;
  readonly ignore: readonly IgnoreRule[];
  readonly threshold: DriftSeverity;
}

/** What a check found, and what could not be checked. */
export interface DriftCheck {
  readonly report: DriftReport;
  /** Upstream stacks, by stack, whose values were stood in for. */
  readonly placeholders: ReadonlyMap<string, readonly string[]>;
  /** What failed; where something did, nothing is proved about it. */
  readonly failed: readonly StackFailure[];
  /** Finds the line at which a finding is to be repaired. */
  readonly locate: Locate;
  /** Plans of the stacks that could be planned, with values in clear: never print or keep them. */
  readonly planned: readonly PlannedStack[];
  /** Resources as they are now or, when they were deleted, as they were, by stack and address. */
  readonly resourceOf: (stack: string, address: string) => Pick<LiveResource, 'values'> | undefined;
}

/**
 * Plans the selected stacks without the lock, asks AWS what lies beside them, and tells what changed outside Terraform.
 * Changes nothing.
 *
 * With `--stack`, the other stacks' states are read too: a rule of a selected stack's security group may be managed by
 * another stack.
 */
export async function checkDrift(context: Context, session: Session, options: DriftCheckOptions): Promise<DriftCheck> {
  const results = await planStacks(context, session, session.selected, { lock: false });
  const planned = valuesOf(results);
  const neighbours = await planNeighbours(context, session);
  const { inventory, failed } = await readInventory(context, session, planned);
  const today = context.now().toISOString().slice(0, 10);
  const plans = [...planned, ...neighbours].map(({ stack, plan }) => ({ stack: stack.name, json: plan.json }));
  const graph = loadAssembly(session.assembly);
  const places = placesOf(context, session, graph);
  const report = analyzeDrift(
    planned.map(({ stack, plan }) => ({
      ...{ stack: stack.name, plan: plan.json, configuration: stackDocuments(stack), place: places(stack) },
    })),
    {
      ...{ withValues: options.values, ignore: options.ignore, threshold: options.threshold, today, inventory },
      neighbours: neighbours.map(({ plan }) => plan.json),
      judge: policyJudge(plans, today),
    },
  );
  return {
    report,
    placeholders: new Map(planned.map(({ stack, summary }) => [stack.name, summary.placeholders])),
    failed: [...failuresOf(results), ...failed],
    locate: locateWith(graph, context, session),
    planned,
    resourceOf: resourcesOf(planned),
  };
}

function resourcesOf(planned: readonly PlannedStack[]): DriftCheck['resourceOf'] {
  const known = new Map(
    planned.flatMap(({ stack, plan }) => {
      const { live, drift } = readDriftPlan(plan.json);
      const deleted = drift.map(({ address, before }) => ({ address, values: objectOf(before) }));
      return [...deleted, ...live].map((each) => [`${stack.name} ${each.address}`, each] as const);
    }),
  );
  return (stack, address) => known.get(`${stack} ${address}`);
}

/** Plans, without asking AWS, of the stacks that were not selected. */
async function planNeighbours(context: Context, session: Session): Promise<readonly PlannedStack[]> {
  const others = session.assembly.stacks.filter(
    (stack) => !session.selected.includes(stack) && stack.name !== session.stateStack,
  );
  const results = await schedule(
    others.map((stack) => ({
      name: stack.name,
      dependencies: [],
      run: () => planStack(session, stack, { lock: false, refresh: false }),
    })),
    { signal: context.signal },
  );
  const failed = [...results.values()].find((result) => result.status === 'failed');
  if (failed?.status === 'failed') throw failed.error;
  return valuesOf(results);
}

async function readInventory(
  context: Context,
  session: Session,
  planned: readonly PlannedStack[],
): Promise<{ readonly inventory: Inventory; readonly failed: readonly StackFailure[] }> {
  const settings = serviceSettings(session.variables, session.entry?.region);
  if (settings === undefined) {
    context.log(
      "what lies beside the stacks is not searched: neither 'environments.json' nor AWS_REGION names a region",
    );
    return { inventory: [], failed: [] };
  }
  const reader = await context.services.drift.inventory(settings);
  const results = await schedule<readonly InventoryAnswer[]>(
    planned.map(({ stack, plan }) => ({
      name: stack.name,
      dependencies: [],
      run: () =>
        Promise.all(
          inventoryQuestions(readDriftPlan(plan.json).live).map(async (question) => ({
            ...question,
            found: await reader.read(question),
          })),
        ),
    })),
    { signal: context.signal },
  );
  return { inventory: valuesOf(results).flat(), failed: failuresOf(results) };
}

function placesOf(context: Context, session: Session, graph: ResourceGraph): (stack: StackAssembly) => StackPlace {
  const path = findEnvironmentFile(context.project, session.environment);
  const environmentFile =
    path === undefined ? {} : { environmentFile: { path, text: readFileSync(join(context.project, path), 'utf8') } };
  return (stack) => ({
    environment: session.environment,
    workspace: session.workspaceOf(stack),
    directory: relative(context.project, stack.directory),
    stack: stack.name,
    ...(session.entry === undefined ? {} : { region: session.entry.region }),
    madeBy: (address) => {
      const construct = constructOf(graph, { stack: stack.name, address });
      const frame = session.frames.get(construct ?? '');
      return construct === undefined || frame === undefined ? construct : `${construct}, ${frame}`;
    },
    ...environmentFile,
  });
}

function locateWith(graph: ResourceGraph, { project }: Context, { assembly, frames }: Session): Locate {
  const locate = locateInAssembly(assembly, project, frames);
  return ({ stack, address }) => locate({ stack, address, construct: constructOf(graph, { stack, address }) });
}

/** The construct whose block makes all instances of a resource. */
function constructOf(graph: ResourceGraph, { stack, address }: { stack: string; address: string }): string | undefined {
  return graph.find({ stack, address: address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/, '') })?.construct;
}

import { alarmHealth, failingChecks, liveAlarms, readDriftPlan, type AlarmHealth, type StackHealth } from '../../drift';
import { schedule, type JobResult } from '../../terraform/schedule/scheduler';
import type { Context } from '../context';
import { failuresOf, type StackFailure } from '../failures';
import type { PlannedStack } from './plan-stacks';
import { serviceSettings } from './service-settings';
import type { Session } from './session';

/** How stacks are beyond drift, and of which alarms the state could not be read. */
export interface HealthCheck {
  readonly health: ReadonlyMap<string, StackHealth>;
  readonly failed: readonly StackFailure[];
}

/** Tells which conditions fail in the plans, and asks CloudWatch for the state of the alarms in them. Changes nothing. */
export async function checkHealth(
  context: Context,
  session: Session,
  planned: readonly PlannedStack[],
): Promise<HealthCheck> {
  const alarms = await readAlarms(context, session, planned);
  const health = planned.map(({ stack: { name }, plan }): [string, StackHealth] => {
    const result = alarms.get(name);
    return [name, { checks: failingChecks(plan.json), ...(result?.status === 'ok' ? { alarms: result.value } : {}) }];
  });
  return { health: new Map(health), failed: failuresOf(alarms) };
}

async function readAlarms(
  context: Context,
  session: Session,
  planned: readonly PlannedStack[],
): Promise<ReadonlyMap<string, JobResult<AlarmHealth>>> {
  const stacks = planned.map(({ stack, plan }) => {
    return { name: stack.name, alarms: liveAlarms(readDriftPlan(plan.json).live) };
  });
  const settings = serviceSettings(session.variables, session.entry?.region);
  if (settings === undefined) {
    if (stacks.some(({ alarms }) => alarms.length > 0))
      context.log("the state of alarms is not asked: neither 'environments.json' nor AWS_REGION names a region");
    return new Map();
  }
  const reader = await context.services.drift.alarms(settings);
  return schedule(
    stacks.map(({ name, alarms }) => ({ name, dependencies: [], run: () => alarmHealth(alarms, reader) })),
    { signal: context.signal },
  );
}

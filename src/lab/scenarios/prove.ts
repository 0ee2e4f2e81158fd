import { messageOf } from '../../core/errors';
import type { LabUnderTest } from './lab-under-test';
import type { FaultResult, LabReport, ScenarioResult } from './report';
import type { Outcome, Trial } from './trial';

/** How a trial came out. */
export interface TrialResult {
  readonly result: ScenarioResult | FaultResult;
  readonly bootSeconds: Partial<LabReport['bootSeconds']>;
}

/**
 * Runs trials one after another, neighbours of one group at once, and tells each result as it comes. What begins early is
 * begun once no trial is left that is to be undisturbed.
 */
export async function prove(
  lab: LabUnderTest,
  trials: readonly Trial[],
  onResult: (result: TrialResult) => void,
): Promise<void> {
  const undisturbed = trials.findLastIndex((trial) => trial.undisturbed) + 1;
  await inTurn(lab, trials.slice(0, undisturbed), async (trial) => onResult(await attempt(lab, trial)));
  const others = trials.slice(undisturbed);
  lab.signal.throwIfAborted();
  const begun = new Map(others.map((trial) => [trial, beginning(lab, trial)]));
  await inTurn(lab, others, async (trial) => onResult(await attempt(lab, trial, begun.get(trial))));
}

async function inTurn(
  lab: LabUnderTest,
  trials: readonly Trial[],
  run: (trial: Trial) => Promise<void>,
): Promise<void> {
  for (const together of inGroups(trials)) {
    lab.signal.throwIfAborted();
    await Promise.all(together.map(run));
  }
}

/** What the first part of a trial came to; undefined for one that has no parts. */
function beginning(lab: LabUnderTest, trial: Trial): Promise<Trial['run']> | undefined {
  const begun = trial.begin?.(lab);
  // whoever waits for it is told; nobody may, when the trials end before
  begun?.catch(() => undefined);
  return begun;
}

/** Neighbours of one group together, every other trial by itself. */
export function inGroups(trials: readonly Trial[]): Trial[][] {
  const groups: Trial[][] = [];
  for (const trial of trials) {
    const last = groups.at(-1);
    if (trial.group !== undefined && last?.[0]?.group === trial.group) last.push(trial);
    else groups.push([trial]);
  }
  return groups;
}

async function attempt(lab: LabUnderTest, trial: Trial, begun?: Promise<Trial['run']>): Promise<TrialResult> {
  lab.tell(`${trial.name}: ${trial.summary}`);
  try {
    const outcome = await (begun === undefined ? trial.run(lab) : (await begun)(lab));
    return { result: resultOf(trial, true, outcome), bootSeconds: outcome.bootSeconds ?? {} };
  } catch (error) {
    lab.signal.throwIfAborted();
    return { result: resultOf(trial, false, { detail: messageOf(error).replace(/\s+/g, ' ') }), bootSeconds: {} };
  }
}

function resultOf({ name, summary, expected }: Trial, passed: boolean, outcome: Outcome): ScenarioResult | FaultResult {
  const { figure = null, unit = null, detail, logLine = null } = outcome;
  const result = { name, summary, passed, figure, unit, detail };
  return expected === undefined ? result : { ...result, expected, logLine };
}

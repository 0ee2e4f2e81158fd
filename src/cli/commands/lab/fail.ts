import { UserError } from '../../../core/errors';
import type { FaultsInForce } from '../../../lab';
import { FAULTS, NODE_FAULTS } from '../../../lab/faults';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import { table } from '../../render/table';

/** What `lab fail` takes. */
export interface LabFailOptions {
  readonly fault?: string;
  readonly list: boolean;
  readonly launch: boolean;
}

/** Brings a fault about in the running lab, or tells which there are. */
export async function labFail(context: Context, { fault, list, launch }: LabFailOptions): Promise<CommandResult> {
  const { lab } = context.services;
  if (list) {
    const running = await lab.status(context.project);
    return faultsResult({ faults: running?.report.faults ?? [], launched: undefined });
  }
  if (fault === undefined) {
    throw new UserError("'lab fail' needs the name of a fault; choose one of those that 'lab fail --list' tells");
  }
  return faultsResult(await lab.fail(context.project, fault, launch));
}

/** Takes a fault of the running lab back, or all of them. */
export async function labHeal(context: Context, fault: string | undefined): Promise<CommandResult> {
  return faultsResult(await context.services.lab.heal(context.project, fault));
}

/** The catalogue with what is in force, as `schemas/lab-fail.schema.json` describes it. */
function faultsResult(after: FaultsInForce | undefined): CommandResult {
  if (after === undefined) throw new UserError("no lab is running; start one with 'wordpress-ha lab up'");
  const { faults, launched } = after;
  const all = NODE_FAULTS.map((name) => ({ name, summary: FAULTS[name].summary, inForce: faults.includes(name) }));
  const rows = all.map(({ name, summary, inForce }) => [name, inForce ? 'in force' : '-', summary]);
  const text = [
    table(['fault', 'state', 'what it is'], rows),
    ...(launched === undefined ? [] : ['', `${launched} was launched to meet it: see 'wordpress-ha lab status'`]),
    ...(faults.length === 0 ? [] : ['', "instances that run or come meet what is in force; end it with 'lab heal'"]),
  ].join('\n');
  return { exitCode: EXIT.clean, text, document: { faults: all, launched: launched ?? null } };
}

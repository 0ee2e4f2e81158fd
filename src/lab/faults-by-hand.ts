import { askLab } from './control-client';
import { runningLab } from './lab-record';
import { sockets } from './run-parameters';
import type { NodeFault } from './faults';

/** What is in force after a fault was brought about or taken back. */
export interface FaultsInForce {
  readonly faults: readonly NodeFault[];
  /** Name of the instance that was launched to meet it. */
  readonly launched: string | undefined;
}

/**
 * Brings a fault about for every instance of a project's lab, those to come included; undefined when no lab runs.
 *
 * @throws UserError when there is no such fault
 */
export async function bringFault(project: string, fault: string, launch: boolean): Promise<FaultsInForce | undefined> {
  const control = controlOf(project);
  if (control === undefined) return undefined;
  const { faults } = await askLab(control, 'fail', { fault });
  return { faults, launched: launch ? (await askLab(control, 'launch', {})).name : undefined };
}

/** Takes a fault back, or all of them; undefined when no lab runs. */
export async function healFault(project: string, fault: string | undefined): Promise<FaultsInForce | undefined> {
  const control = controlOf(project);
  if (control === undefined) return undefined;
  return { ...(await askLab(control, 'heal', fault === undefined ? {} : { fault })), launched: undefined };
}

function controlOf(project: string): string | undefined {
  const record = runningLab(project);
  return record === undefined ? undefined : sockets(record.socketDirectory).control;
}

import { UserError } from '../../../core/errors';
import { DRIFT_CLASSES } from '../../../drift';
import { objectOf, type JsonObject } from '../../../terraform/json';
import type { CommandResult } from '../../context';

/** How many changes a `plan` shows. */
export function plannedChanges({ document }: CommandResult): number {
  return stacksOf(document).reduce((sum, { changes }) => sum + (Array.isArray(changes) ? changes.length : 0), 0);
}

/** How many resources `drift` says were changed outside Terraform. */
export function driftedResources({ document }: CommandResult): number {
  const summary = objectOf(objectOf(document).summary);
  return DRIFT_CLASSES.reduce((sum, kind) => sum + Number(summary[kind] ?? 0), 0);
}

/**
 * The value of an output in what `outputs` answers.
 *
 * @throws UserError when no stack has it
 */
export function outputValue({ document }: CommandResult, name: string): string {
  const all = stacksOf(document).flatMap(({ outputs }) => (Array.isArray(outputs) ? outputs.map(objectOf) : []));
  const value = all.find((output) => output.name === name)?.value;
  if (typeof value !== 'string') throw new UserError(`no stack has the output '${name}', which the demo needs`);
  return value;
}

function stacksOf(document: object): JsonObject[] {
  const { stacks } = objectOf(document);
  return Array.isArray(stacks) ? stacks.map(objectOf) : [];
}

import type { Difference } from '../difference';
import { adoptSteps } from './adopt';
import { deletionOf } from './deletion';
import { importOf } from './import-object';
import type { NextStep } from './next-step';
import { quoted } from './shell';
import type { StackPlace } from './stack-place';

/** The ways out of a difference, the recommended one first. */
export function nextStepsOf(difference: Difference, place: StackPlace): readonly NextStep[] {
  switch (difference.class) {
    case 'revertable':
      return [revert(difference, place), ...otherSteps(difference, place)];
    case 'deleted':
      return [...(difference.action === 'create' ? [revert(difference, place)] : []), forget(difference, place)];
    case 'invisible':
    case 'unmanaged':
      return [deletionOf(difference, place), importOf(difference, place)].filter((step) => step !== undefined);
    case 'pending':
      return [apply(place)];
    case 'accepted':
    case 'observed':
      return [];
  }
}

/** An import would not keep what was added: the exclusive resource has to name it too. */
function otherSteps(difference: Difference, place: StackPlace): readonly NextStep[] {
  if (difference.object === undefined) return adoptSteps(difference, place);
  const deletion = deletionOf(difference, place);
  return deletion === undefined ? [] : [deletion];
}

function revert({ address, action }: Difference, place: StackPlace): NextStep {
  const doing = { create: 'make it again', replace: 'replace it: read the plan first' }[String(action)];
  return {
    kind: 'revert',
    summary: doing ?? 'put back what the configuration says',
    commands: [
      terraform(place, 'plan', `-target=${address}`, '-out=revert.tfplan'),
      terraform(place, 'apply', 'revert.tfplan'),
      // a saved plan holds values in clear
      `rm ${quoted(`${place.directory}/revert.tfplan`)}`,
    ],
  };
}

function forget({ address }: Difference, place: StackPlace): NextStep {
  const made = place.madeBy(address);
  return {
    kind: 'adopt',
    summary: `leave it deleted: take it out of the stack${made === undefined ? '' : ` (${made})`}, then out of the state`,
    commands: [terraform(place, 'state', 'rm', address)],
  };
}

function apply({ environment, stack }: StackPlace): NextStep {
  const options = `--environment ${quoted(environment)} --stack ${quoted(stack)}`;
  return { kind: 'apply', summary: 'apply what is configured', commands: [`wordpress-ha apply ${options}`] };
}

function terraform({ workspace, directory }: StackPlace, ...words: readonly string[]): string {
  return [`TF_WORKSPACE=${quoted(workspace)}`, 'terraform', quoted(`-chdir=${directory}`), ...words.map(quoted)].join(
    ' ',
  );
}

import type { LabStatus } from './control';
import type { InstanceStatus } from './inside/nodes/instance';

/** Whether an instance gets requests and answers them: the balancer takes its time to notice that one does not any more. */
export function isInService({ targets }: Pick<LabStatus, 'targets'>, instance: InstanceStatus): boolean {
  const { name, state, launchHook, secondsToHealthy } = instance;
  return state === 'on' && launchHook === 'CONTINUE' && secondsToHealthy !== undefined && targets[name] === 'UP';
}

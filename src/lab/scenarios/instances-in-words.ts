import { messageOf } from '../../core/errors';
import { isInService } from '../in-service';
import type { LabUnderTest } from './lab-under-test';

/** Units that failed, and the end of what the boot said. */
const ASK =
  "systemctl list-units --failed --plain --no-legend | cut -d' ' -f1; tail -n 1 /var/log/site/boot.log | tr -cd '[:print:]\\n'";
const ASK_SECONDS = 10;

/**
 * How the instances are that are not terminated, and what those say that are on and not in service: what a person would
 * look for first.
 */
export async function instancesInWords(lab: Pick<LabUnderTest, 'status' | 'on'>): Promise<string> {
  const status = await lab.status();
  const told = status.instances
    .filter(({ state }) => state !== 'terminated')
    .map(async (instance) => {
      const { name, state, health = 0, launchHook = 'nothing', secondsToHealthy } = instance;
      if (state === 'off') return `${name} is off`;
      if (isInService(status, instance)) return `${name} is in service`;
      const answers = health === 0 ? 'does not answer' : `answers ${health}`;
      const healthy = secondsToHealthy === undefined ? '' : `, was healthy after ${secondsToHealthy} s`;
      const said = await lab.on(name, ASK, ASK_SECONDS).catch((error: unknown) => messageOf(error));
      const hook = `its launch hook says ${launchHook}, the balancer ${status.targets[name] ?? 'nothing'}`;
      return `${name} ${answers}${healthy}, ${hook}, and it: ${said.split('\n').join('; ')}`;
    });
  return (await Promise.all(told)).join('. ');
}

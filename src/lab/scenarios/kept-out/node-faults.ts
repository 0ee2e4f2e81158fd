import { UserError } from '../../../core/errors';
import type { LaunchInput } from '../../control';
import { FAULTS, lineThatSays, type LogClue, type NodeFault } from '../../faults';
import type { LabUnderTest } from '../lab-under-test';
import type { Outcome, Trial } from '../trial';

const BOOT_LOG = 'cat /var/log/site/boot.log';

/**
 * Faults that run at once: those of the emulated account are for whoever boots meanwhile, so none beside them may need
 * what they take away before its own fault stops it.
 */
const GROUPS: readonly (readonly NodeFault[])[] = [
  ['missing-current', 'mirror-away', 'no-time'],
  ['denied-policy', 'bad-checksum', 'full-disk'],
  ['wrong-secret', 'database-away', 'files-away'],
];

/** Waiting for the file system has no end but the boot's: this much of it is left. */
const FILES_SECONDS = 30;

/** A trial for each fault that must leave a node out of service, those that run at once beside each other. */
export const nodeFaults: readonly Trial[] = GROUPS.flatMap((names, index) =>
  names.map((name) => ({
    name,
    summary: FAULTS[name].summary,
    expected: FAULTS[name].expected,
    group: `node-faults-${index + 1}`,
    run: (lab) => staysOut(lab, name),
  })),
);

/** Launches an instance that meets a fault, and watches how it gives up while the others go on. */
async function staysOut(lab: LabUnderTest, fault: NodeFault): Promise<Outcome> {
  const before = await lab.inService();
  const input: LaunchInput = fault === 'files-away' ? { secondsLeft: FILES_SECONDS } : {};
  const { name } = await lab.ask('launch', { faults: [fault], ...input });
  try {
    const seconds = await secondsToAbandon(lab, name);
    const after = await lab.inService();
    const lost = before.filter((each) => !after.includes(each));
    if (lost.length > 0) throw new UserError(`${lost.join(', ')} went out of service beside ${name}`);
    const logLine = reasonOf(fault, await lab.on(name, BOOT_LOG));
    return { figure: seconds, unit: 's', detail: `${name} gave up and was never in service`, logLine };
  } finally {
    await lab.ask('terminate', { instance: name });
  }
}

/** Waits until an instance abandons its launch, which must not have been in service before; answers the seconds from power-on. */
async function secondsToAbandon(lab: LabUnderTest, name: string): Promise<number> {
  let seconds = 0;
  await lab.until(`${name} gives up`, lab.model.fleet.bootSeconds, async () => {
    const { instances, targets } = await lab.status();
    const instance = instances.find((each) => each.name === name);
    seconds = (Date.now() - Date.parse(instance?.poweredOnAt ?? '')) / 1000;
    if (targets[name] === 'UP' || instance?.launchHook === 'CONTINUE') throw new UserError(`${name} got into service`);
    if (instance?.secondsToHealthy !== undefined) throw new UserError(`${name} passed its health check`);
    return instance?.launchHook === 'ABANDON';
  });
  return seconds;
}

/** The line that gives the reason for which the instance had to give up. */
function reasonOf(fault: NodeFault, log: string): string {
  const { says } = FAULTS[fault];
  const line = lineThatSays(log, says);
  if (line !== undefined) return line;
  const said = log.split('\n').findLast((each) => each.includes(' FAILED ')) ?? 'nothing';
  const clue: LogClue = says;
  const wanted = [clue.reason, clue.cause].filter((part) => part !== undefined).join("' and '");
  throw new UserError(`an instance that gives up must say '${wanted}', but it said: ${said}`);
}

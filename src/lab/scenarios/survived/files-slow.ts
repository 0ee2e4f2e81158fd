import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../../core/errors';
import { twoInService } from '../shown/two-in-service';
import { inWords } from '../site/traffic';
import { requireNone, watched } from '../site/watched';
import { survivedFault } from './survived-fault';

const LATE_MS = 400;
const FILE = 'lab-slow.txt';

export const filesSlow = survivedFault('files-slow', async (lab) => {
  const [one, other] = await twoInService(lab);
  await lab.on(one, `echo slow > /mnt/shared/uploads/${FILE}`);
  await lab.ask('slowFiles', { milliseconds: LATE_MS });
  try {
    const { value, answers } = await watched(lab, async () => {
      const page = await lab.visitInstance(other, `/wp-content/uploads/${FILE}`);
      // long enough for the balancer to ask every node for its health
      await sleep(lab.model.balancer.intervalSeconds * 1000);
      return page;
    });
    requireNone(answers);
    if (value.status !== 200) throw new UserError(`a shared file answers ${value.status}`);
    if ((await lab.inService()).length < 2) throw new UserError('a node went out of service');
    const figure = Math.round(value.milliseconds);
    return { figure, unit: 'ms', detail: `a shared file, each request ${LATE_MS} ms late; ${inWords(answers)}` };
  } finally {
    await lab.ask('slowFiles', { milliseconds: 0 });
    await lab.on(one, `rm -f /mnt/shared/uploads/${FILE}`);
  }
});

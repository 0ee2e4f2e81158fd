import { UserError } from '../../../core/errors';
import { inWords } from '../site/traffic';
import { requireNoneAfter, watched } from '../site/watched';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

const BOOT_ID = 'cat /proc/sys/kernel/random/boot_id';
const REBOOT_SECONDS = 180;

export const nodeRebooted: Trial = {
  name: 'node-rebooted',
  summary: 'a node that reboots mounts the shared files and serves again without its user data being run again',
  run: async (lab) => {
    const [one, other] = await twoInService(lab);
    await lab.on(other, 'echo shared > /mnt/shared/uploads/lab-reboot');
    const before = await lab.on(one, BOOT_ID);
    const begun = Date.now();
    const { value, answers } = await watched(lab, async () => {
      // the answer may be lost with the node
      await lab.on(one, 'systemctl reboot', 20).catch(() => undefined);
      let figure = 0;
      await lab.until(`${one} healthy after a reboot`, REBOOT_SECONDS, async () => {
        const { secondsToHealthy = 0, poweredOnAt = '' } = await lab.instance(one);
        figure = secondsToHealthy;
        return figure > 0 && Date.parse(poweredOnAt) > begun;
      });
      return { figure, healthyAt: Date.now() };
    });
    requireNoneAfter(answers, value.healthyAt);
    // it answers again, although the balancer takes its time to notice
    const { status } = await lab.visitInstance(one, '/');
    if (status !== 200) throw new UserError(`${one} answers ${status} after its reboot`);
    if ((await lab.on(one, BOOT_ID)) === before) throw new UserError(`${one} did not reboot`);
    await lab.on(one, "grep -q ' /mnt/shared nfs4 ' /proc/mounts && grep -qx shared /mnt/shared/uploads/lab-reboot");
    await lab.on(one, 'rm /mnt/shared/uploads/lab-reboot');
    return { figure: value.figure, unit: 's', detail: `from power-on to healthy; ${inWords(answers)}` };
  },
};

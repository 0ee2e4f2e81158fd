import { setTimeout as sleep } from 'node:timers/promises';
import { noticeSeconds } from '../site/balancer-timing';
import { failed, inWords } from '../site/traffic';
import { requireNoneAfter, watched } from '../site/watched';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

/** Visitors come on for so long once the balancer knows. */
const AFTERWARDS_MS = 5_000;

export const nodeKilled: Trial = {
  name: 'node-killed',
  summary: 'a node that loses its power costs only what the balancer sends it before it notices',
  run: async (lab) => {
    const [victim] = await twoInService(lab);
    const { value, answers } = await watched(lab, async () => {
      await lab.ask('powerOff', { instance: victim });
      const seconds = await lab.until(
        `${victim} out of service`,
        noticeSeconds(lab.model),
        async () => (await lab.status()).targets[victim]?.startsWith('DOWN') === true,
      );
      const knownAt = Date.now();
      await sleep(AFTERWARDS_MS);
      return { seconds, knownAt };
    });
    requireNoneAfter(answers, value.knownAt);
    await lab.ask('powerOn', { instance: victim });
    await lab.until(`${victim} back in service`, lab.model.fleet.bootSeconds, async () =>
      (await lab.inService()).includes(victim),
    );
    const noticed = `the balancer noticed after ${Math.round(value.seconds)} s`;
    return { figure: failed(answers).length, unit: 'requests', detail: `${inWords(answers)}; ${noticed}` };
  },
};

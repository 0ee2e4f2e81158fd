import { setTimeout as sleep } from 'node:timers/promises';
import { twoInService } from '../shown/two-in-service';
import { inWords } from '../site/traffic';
import { requireNone, watched } from '../site/watched';
import { survivedFault } from './survived-fault';

const AROUND_MS = 3_000;

export const cacheAway = survivedFault('cache-away', async (lab) => {
  const nodes = await twoInService(lab);
  const { answers } = await watched(lab, async () => {
    await sleep(AROUND_MS);
    // its memory belongs to the master process, which begins anew
    await Promise.all(nodes.map((node) => lab.on(node, "systemctl reload 'php*-fpm'")));
    await sleep(AROUND_MS);
  });
  requireNone(answers);
  const figure = Math.round(Math.max(...answers.map(({ milliseconds }) => milliseconds)));
  return { figure, unit: 'ms', detail: `slowest page; ${inWords(answers)}` };
});

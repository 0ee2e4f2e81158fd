import { UserError } from '../../../core/errors';
import { isInService } from '../../in-service';
import { instancesInWords } from '../instances-in-words';
import type { Trial } from '../trial';

export const bothHealthy: Trial = {
  name: 'both-healthy',
  summary: 'every node comes into service by itself, and is healthy some time after power-on',
  run: async (lab) => {
    const status = await lab.status();
    const living = status.instances.filter(({ state }) => state !== 'terminated');
    const late = living.filter((instance) => !isInService(status, instance));
    if (late.length > 0 || living.length < 2) {
      throw new UserError(`not every node is in service, or there are not two: ${await instancesInWords(lab)}`);
    }
    const seconds = living.map(({ firstSecondsToHealthy = 0 }) => firstSecondsToHealthy);
    const slowest = Math.max(...seconds);
    return {
      figure: slowest,
      unit: 's',
      detail: living.map(({ name }, index) => `${name} after ${seconds[index] ?? 0} s`).join(', '),
      bootSeconds: { [lab.images.kind]: slowest },
    };
  },
};

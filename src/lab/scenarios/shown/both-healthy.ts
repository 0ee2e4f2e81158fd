import { UserError } from '../../../core/errors';
import type { Trial } from '../trial';

export const bothHealthy: Trial = {
  name: 'both-healthy',
  summary: 'every node comes into service by itself, and is healthy some time after power-on',
  run: async (lab) => {
    const { instances, targets } = await lab.status();
    const living = instances.filter(({ state }) => state !== 'terminated');
    const late = living.filter(({ name, launchHook }) => launchHook !== 'CONTINUE' || targets[name] !== 'UP');
    if (late.length > 0 || living.length < 2) {
      const states = living.map(({ name, launchHook }) => `${name}: ${launchHook ?? 'boots'}, ${targets[name] ?? '-'}`);
      throw new UserError(`not every node is in service, or there are not two: ${states.join('; ')}`);
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

import { UserError } from '../../../core/errors';
import type { Trial } from '../trial';

const VISITS = 40;

export const pageTime: Trial = {
  name: 'page-time',
  summary: 'every node serves the home page without an error',
  undisturbed: true,
  run: async (lab) => {
    const times: number[] = [];
    for (let count = 0; count < VISITS; count += 1) {
      const { status, milliseconds } = await lab.visitor.visit('/');
      if (status !== 200) throw new UserError(`the home page answers ${status}`);
      times.push(milliseconds);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): number => Math.round(times[Math.floor(share * VISITS)] ?? 0);
    return {
      figure: at(0.5),
      unit: 'ms',
      detail: `median of ${VISITS} visits one after another; 95 of 100 within ${at(0.95)} ms`,
    };
  },
};

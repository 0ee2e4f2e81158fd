import fc from 'fast-check';
import { App } from 'cdktf';
import { mkdirSync } from 'node:fs';
import { buildStacks } from './stacks';
import { defineEnvironment } from './src/config';
import { arbitraryEnvironment, DAY_OF_ARBITRARIES } from './__tests__/support/arbitrary-environment';
const fails = new Map<string, number>(); let ok = 0;
mkdirSync('/tmp/envsynth', { recursive: true });
fc.sample(arbitraryEnvironment, { numRuns: Number(process.argv[2] ?? 30), seed: 7 }).forEach((e, i) => {
  const out = `/tmp/envsynth/${i}`;
  try { const app = new App({ stackTraces: false, outdir: out }); buildStacks(app, defineEnvironment(e, { today: DAY_OF_ARBITRARIES })); app.synth(); ok++; }
  catch (x) { const m = String((x as Error).stack).slice(0, 700); fails.set(m, (fails.get(m) ?? 0) + 1); }
});
console.log('ok', ok); for (const [m, n] of fails) console.log(n, m);

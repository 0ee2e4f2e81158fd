import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { seconds, type Budget } from './budget';
import { COMPILED, median, run, secondsOf, type Start } from './measure';

/** What `judge-policy.js` prints. */
interface Judged {
  /** Without the start of the process. */
  readonly seconds: number;
  readonly rules: number;
  readonly judgements: number;
}

/** How long every rule takes on all stacks of production once they are synthesized. */
export function policyBudgets(scratch: string, rounds: number): readonly Budget[] {
  const folder = mkdtempSync(join(scratch, 'policy-'));
  const node = (...args: readonly string[]): Start => ({
    program: process.execPath,
    args,
    variables: { CDKTF_OUTDIR: folder },
  });
  const measured = Array.from({ length: rounds }, () => {
    const synth = secondsOf(() => run(node(COMPILED.app)));
    const judged = JSON.parse(run(node(join(__dirname, 'judge-policy.js'), folder))) as Judged;
    return { synth, judged };
  });
  const judging = median(measured.map(({ judged }) => judged.seconds));
  const synth = median(measured.map(({ synth: each }) => each));
  const [first] = measured;
  return [
    {
      name: 'policy after synth',
      meaning: 'every rule on all stacks of production: loading the rules, reading the Terraform JSON, judging it',
      unit: 's',
      value: judging,
      limit: 1,
      detail: `${first?.judged.rules} rules, ${first?.judged.judgements} judgements; ${(judging / synth).toFixed(2)} x the synthesis (${seconds(synth)})`,
    },
  ];
}

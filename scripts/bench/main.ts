import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isKept, renderBudgets, type Budget } from './budget';
import { fleetBudgets } from './fleet';
import { manyEnvironmentsBudgets } from './many-environments';
import { COMPILED } from './measure';
import { planBudgets } from './plans';
import { policyBudgets } from './policy';
import { synthBudgets } from './synth';

const USAGE = `usage: npm run bench -- [--rounds N] [--only NAME] [--check]
  --rounds N  how often each thing is measured; the median counts (default 3)
  --only NAME measure only synthesis, many environments, plans or fleet
  --check     exit 1 when a budget is not kept`;

async function measured(scratch: string, rounds: number, only: string | undefined): Promise<readonly Budget[]> {
  const groups: readonly (readonly [string, () => readonly Budget[] | Promise<readonly Budget[]>])[] = [
    ['synthesis', () => synthBudgets(scratch, rounds + 2)],
    ['many environments', () => manyEnvironmentsBudgets(scratch, Math.min(rounds, 3))],
    ['the policy', () => policyBudgets(scratch, rounds)],
    ['plans', () => planBudgets(scratch, rounds)],
    ['fleet', () => fleetBudgets(scratch, Math.min(rounds, 3))],
  ];
  const chosen = groups.filter(([name]) => only === undefined || name === only);
  if (chosen.length === 0)
    throw new Error(`'--only' must be one of ${groups.map(([name]) => name).join(', ')}\n${USAGE}`);
  const budgets: Budget[] = [];
  for (const [name, measure] of chosen) {
    process.stderr.write(`measuring ${name} ...\n`);
    budgets.push(...(await measure()));
  }
  return budgets;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '3' }, only: { type: 'string' }, check: { type: 'boolean' } },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`'--rounds' must be a whole number above 0\n${USAGE}`);
  if (!existsSync(COMPILED.app)) throw new Error(`'${COMPILED.app}' is absent; run 'npm run build' first`);
  const scratch = mkdtempSync(join(tmpdir(), 'wordpress-ha-bench-'));
  try {
    const budgets = await measured(scratch, rounds, values.only);
    const over = budgets.filter((budget) => !isKept(budget));
    const heading = `Medians of one run on ${availableParallelism()} processors; ratios where there is something to compare with, because seconds differ by machine.`;
    const verdict =
      over.length === 0 ? 'every budget is kept' : `over budget: ${over.map(({ name }) => name).join(', ')}`;
    process.stdout.write(`${heading}\n\n${renderBudgets(budgets)}\n\n${verdict}\n`);
    if (over.length > 0 && values.check === true) process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

void main();

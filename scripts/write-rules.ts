import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { RULES } from '../src/policy';
import { rulesDocument } from './rules-document';

const FILE = join(resolve(__dirname, '..'), 'docs', 'policy', 'rules.md');

/** Writes the list of rules into the documents; with `--check` only tells whether it is as it should be. */
async function main(): Promise<void> {
  const text = await format(rulesDocument(RULES), { ...(await resolveConfig(FILE)), parser: 'markdown' });
  if (!process.argv.includes('--check')) return writeFileSync(FILE, text);
  if (readFileSync(FILE, 'utf8') === text) return;
  process.stderr.write("'docs/policy/rules.md' is not what the rules say; run 'npm run docs' and commit it\n");
  process.exitCode = 1;
}

void main();

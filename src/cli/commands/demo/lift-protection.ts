import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installUnlockOverrides } from '../../../sandbox';
import { isObject, readJsonFile } from '../../../terraform/json';

/** Puts everything back as synthesis wrote it. */
export type Undo = () => void;

/**
 * Makes a synthesized environment destroyable without touching its source: override files beside the JSON, and the day
 * in `environments.json` that a person would have written into the environment.
 */
export function liftProtection(assembly: string, environment: string, today: Date): Undo {
  const file = join(assembly, 'environments.json');
  const original = readFileSync(file, 'utf8');
  const tomorrow = new Date(today.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const content = readJsonFile(file, 'synthesize again');
  const environments = (Array.isArray(content.environments) ? content.environments : [])
    .filter(isObject)
    .map((entry) => (entry.name === environment ? { ...entry, protection: `off until ${tomorrow}` } : entry));
  writeFileSync(file, `${JSON.stringify({ ...content, environments }, undefined, 2)}\n`);
  const overrides = installUnlockOverrides(assembly);
  return () => {
    writeFileSync(file, original);
    overrides.forEach((override) => rmSync(override, { force: true }));
  };
}

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJsonFile } from '../../terraform/json';
import type { Variables } from '../../terraform/process/process-environment';
import type { Context } from '../context';
import { synthesize } from './synthesize';

/** The place in the app's sources that made each construct: `web/Fleet/Resource` to `stacks/web-stack.ts:40:5`. */
export type ConstructFrames = ReadonlyMap<string, string>;

/** Synthesizes as `synthesize` does, and asks the app where it makes its constructs. */
export function synthesizeWithFrames(context: Context, environment: string, locked: boolean): Promise<ConstructFrames> {
  return recordFrames(context.variables, (more) => synthesize(context, environment, locked, more));
}

/** What is known of an app that was not asked, or that does not run in Node. */
export const NO_FRAMES: ConstructFrames = new Map();

const RECORDER = join(__dirname, 'record-construct-frames.js');

/**
 * Runs an app so that it tells where it makes its constructs.
 *
 * The frames go into a file of their own and not into the Terraform JSON, which stays the same with them and without.
 *
 * @param run runs the app with these variables beside the present ones
 */
export async function recordFrames(
  present: Variables,
  run: (variables: Variables) => Promise<unknown>,
): Promise<ConstructFrames> {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-frames-'));
  const file = join(folder, 'frames.json');
  const recorder = `--require "${RECORDER.replaceAll('\\', '\\\\')}"`;
  try {
    await run({
      NODE_OPTIONS: [present['NODE_OPTIONS'], recorder].filter(Boolean).join(' '),
      WORDPRESS_HA_CONSTRUCT_FRAMES: file,
    });
    if (!existsSync(file)) return NO_FRAMES;
    const frames = Object.entries(readJsonFile(file, 'run the command again'));
    return new Map(frames.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

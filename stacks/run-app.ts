import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import type { Environment } from '../src/config';
import { UserError } from '../src/core/errors';
import { soundEnvironments } from './environments';
import { describeEnvironments } from './environments-file';
import { withoutTokenTraces } from './token-traces';

/**
 * Builds and synthesizes the app; a mistake of the user's ends in its message and exit code 1, not in a stack trace.
 *
 * `build` adds the stacks and returns the environment they are for. Beside the stacks, `environments.json` tells tools
 * what the environments are.
 */
export function runApp(build: (app: App) => Environment): void {
  try {
    withoutTokenTraces(() => synthesize(build));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function synthesize(build: (app: App) => Environment): void {
  // stack traces would put this machine's paths into the JSON
  const app = new App({ stackTraces: false });
  const environment = build(app);
  app.synth();
  const file = describeEnvironments(environment, soundEnvironments());
  writeFileSync(join(app.outdir, 'environments.json'), `${JSON.stringify(file, null, 2)}\n`);
}

#!/usr/bin/env node
import { nodeContext } from './node-context';
import { run } from './run';

// the SDK's reminder about a later Node is for developers, not for whoever runs a command
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const interruption = new AbortController();
let interrupts = 0;
const interrupt = (): void => {
  interrupts += 1;
  if (interrupts === 1) process.stderr.write('\nending what has begun; press Ctrl-C again to stop at once\n');
  // the second one makes Terraform stop at once; a third one leaves whatever else does not come back
  if (interrupts > 2) process.exit(1);
  interruption.abort();
};
// Terraform gets the interrupt from the engine; without a listener this process would end before it
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

const { stdin, stdout, stderr, env } = process;
void run(process.argv.slice(2), {
  contextFor: (options) =>
    nodeContext({ stdin, stdout, stderr, variables: env, cwd: process.cwd(), signal: interruption.signal }, options),
  write: (text) => stdout.write(text),
  writeError: (text) => stderr.write(text),
}).then((exitCode) => {
  process.exitCode = exitCode;
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', interrupt);
});

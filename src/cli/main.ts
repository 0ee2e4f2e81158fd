#!/usr/bin/env node
import { nodeContext } from './node-context';
import { run } from './run';

// the SDK's reminder about a later Node is for developers, not for whoever runs a command
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const interruption = new AbortController();
const interrupt = (): void => {
  if (!interruption.signal.aborted)
    process.stderr.write('\nending what has begun; press Ctrl-C again to stop at once\n');
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

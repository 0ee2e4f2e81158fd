import { parseArgs } from 'node:util';
import { messageOf, UserError } from '../../../core/errors';
import { EXIT } from '../../exit-code';
import { nodeContext } from '../../node-context';
import { DEFAULT_ENVIRONMENT } from '../../session/choose-environment';
import { demo } from './demo';
import { renderSummary } from './summary';

const HELP = `npm run demo -- [--environment NAME] [--keep] [--verbose]

Shows the whole life of an environment in a sandbox: applied, planned again, changed by hand, found, repaired, destroyed.

  --environment NAME  which environment (default: ${DEFAULT_ENVIRONMENT})
  --keep              leave the sandbox running with everything in it
  --verbose           one line for each finished stack
`;

const KEPT = `
the sandbox is still running; look around with
  npx tsx src/cli/main.ts outputs --sandbox
  npx tsx src/cli/main.ts sandbox status
and end it with
  npx tsx src/cli/main.ts sandbox down`;

const interruption = new AbortController();
const interrupt = (): void => interruption.abort();
// Terraform gets the interrupt from the engine; the demo then cleans up before it ends
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

// the SDK's advice to users of its next versions would stand in the middle of the demo
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      environment: { type: 'string', short: 'e', default: DEFAULT_ENVIRONMENT },
      keep: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { environment, keep, verbose } = values;
  const { stdin, stdout, stderr, env } = process;
  const options = { environment, stack: [], json: false, sandbox: true, synth: false, color: true, verbose };
  const surroundings = { stdin, stdout, stderr, variables: env, cwd: process.cwd(), signal: interruption.signal };
  const outcome = await demo(nodeContext(surroundings, options), { environment, keep, verbose });
  stdout.write(`\n${renderSummary(outcome)}\n${keep ? `${KEPT}\n` : ''}`);
  const clean = outcome.toChange === 0 && (keep || outcome.left === 0);
  process.exitCode = clean ? EXIT.clean : EXIT.findings;
}

main()
  .catch((error: unknown) => {
    const stopped = interruption.signal.aborted ? 'interrupted; everything the demo started has been ended\n' : '';
    const text = error instanceof UserError || !(error instanceof Error) ? messageOf(error) : error.stack;
    process.stderr.write(`${stopped}${text}\n`);
    process.exitCode = EXIT.failed;
  })
  .finally(() => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  });

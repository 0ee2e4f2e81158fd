import { textOptions, type CommandSpec, type OptionSpec } from './command-spec';
import { DRIFT } from './drift-commands';

const AUTO_APPROVE: OptionSpec = { flags: '--auto-approve', description: 'do not ask before changing anything' };

/** Every command, in the order of `--help`; each loads its code only when it runs. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'synth',
    summary: 'write the Terraform JSON of an environment',
    description:
      "Runs the app of cdktf.json and puts the Terraform JSON of an environment into 'cdktf.out/<environment>', all of it or nothing.",
    examples: ['wordpress-ha synth', 'wordpress-ha synth -e production'],
    run: async (context, options) => (await import('./commands/synth.js')).synth(context, options),
  },
  {
    name: 'init',
    summary: 'make the state bucket and connect every stack to its state',
    description:
      'Makes the bucket that holds the state when it does not exist, then installs providers and makes the workspace of every stack.',
    options: [AUTO_APPROVE],
    examples: ['wordpress-ha init -e staging', 'wordpress-ha init -e staging --auto-approve'],
    run: async (context, options) =>
      (await import('./commands/init.js')).init(context, { ...options, autoApprove: options['autoApprove'] === true }),
  },
  {
    name: 'plan',
    summary: 'show what applying would change',
    description:
      'Plans every stack and sums up by stack; names everything that holds data and would be lost. Changes nothing. ' +
      'The state stack is planned only with --offline or when it is named.',
    options: [
      { flags: '--offline', description: 'plan every stack from nothing, with neither network nor credentials' },
      { flags: '--detailed-exitcode', description: 'exit 2 when there is something to change' },
    ],
    examples: ['wordpress-ha plan -e staging', 'wordpress-ha plan -e production --offline --json'],
    run: async (context, options) =>
      (await import('./commands/plan.js')).plan(context, {
        ...options,
        offline: options['offline'] === true,
        detailedExitcode: options['detailedExitcode'] === true,
      }),
  },
  {
    name: 'apply',
    summary: 'change what the plan shows',
    description:
      'Plans every stack, judges the plans by the policy, asks, and applies exactly these plans, each stack once those it ' +
      'depends on are finished. Exits 2 when the policy refuses. After an interruption or a failure the same command goes on.',
    options: [
      AUTO_APPROVE,
      {
        flags: '--policy <severity>',
        description: 'mildest finding that stops it: low, medium, high or critical; or off; else as in policy check',
      },
    ],
    examples: ['wordpress-ha apply -e staging', 'wordpress-ha apply -e staging --stack web --auto-approve'],
    run: async (context, options) =>
      (await import('./commands/apply.js')).apply(context, {
        ...options,
        ...textOptions(options, 'policy'),
        autoApprove: options['autoApprove'] === true,
      }),
  },
  {
    name: 'destroy',
    summary: 'destroy an environment that is not protected',
    description:
      'Destroys every stack, dependents first. A protected environment is refused. The stack that holds the state of every ' +
      'environment stays unless it is named.',
    options: [AUTO_APPROVE],
    examples: ['wordpress-ha destroy -e development', 'wordpress-ha destroy -e development --stack operations'],
    run: async (context, options) =>
      (await import('./commands/destroy.js')).destroy(context, {
        ...options,
        autoApprove: options['autoApprove'] === true,
      }),
  },
  {
    name: 'outputs',
    summary: 'show the outputs of every stack',
    description: 'Shows the outputs of every stack; a value that Terraform marks sensitive is never shown.',
    options: [{ flags: '--all', description: 'also those that cdktf adds to pass values between stacks' }],
    examples: ['wordpress-ha outputs -e production', 'wordpress-ha outputs -e production --json'],
    run: async (context, options) =>
      (await import('./commands/outputs.js')).outputs(context, { ...options, all: options['all'] === true }),
  },
  DRIFT,
  {
    name: 'unlock',
    summary: 'explain and release the lock of a state',
    description:
      'Tells who holds the lock on the state of a stack and whether that process still runs, and releases it on request. ' +
      'Exits 2 when a lock remains.',
    options: [{ flags: '--force', description: 'release every lock found without asking' }],
    examples: ['wordpress-ha unlock -e staging', 'wordpress-ha unlock -e staging --stack web --force'],
    run: async (context, options) =>
      (await import('./commands/unlock.js')).unlock(context, { ...options, force: options['force'] === true }),
  },
  {
    name: 'environments',
    summary: 'list the environments',
    description: 'Lists every environment that the app knows, with its account, region, state and protection.',
    examples: ['wordpress-ha environments', 'wordpress-ha environments --json'],
    run: async (context, options) => (await import('./commands/environments.js')).environments(context, options),
  },
];

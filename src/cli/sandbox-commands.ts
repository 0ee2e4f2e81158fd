import type { CommandSpec } from './command-spec';

/** What the sandbox command can do. */
export const SANDBOX_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'up',
    summary: 'start the sandbox',
    description: 'Starts an emulator of AWS on this machine that plays the account of an environment.',
    examples: ['wordpress-ha sandbox up', 'wordpress-ha sandbox up -e staging'],
    run: async (context, options) => (await import('./commands/sandbox.js')).sandbox(context, options, 'up'),
  },
  {
    name: 'down',
    summary: 'end the sandbox and everything in it',
    description: 'Ends the emulator; everything in it is gone.',
    examples: ['wordpress-ha sandbox down'],
    run: async (context, options) => (await import('./commands/sandbox.js')).sandbox(context, options, 'down'),
  },
  {
    name: 'status',
    summary: 'tell whether the sandbox runs',
    description: 'Tells whether the emulator runs and where.',
    examples: ['wordpress-ha sandbox status --json'],
    run: async (context, options) => (await import('./commands/sandbox.js')).sandbox(context, options, 'status'),
  },
];

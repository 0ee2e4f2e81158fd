import { textOptions, type CommandSpec, type OptionSpec } from './command-spec';

const IGNORE: OptionSpec = {
  flags: '--ignore <file>',
  description: "file of ignore rules; else 'drift.json' where it exists",
};

const BASELINE: CommandSpec = {
  name: 'baseline',
  summary: 'accept the drift there is for a while',
  description:
    'Checks, and adds an ignore rule for everything found to the file of ignore rules. Critical findings and deletions are ' +
    'left alone. Changes nothing in AWS.',
  options: [
    { flags: '--file <file>', description: "file of ignore rules to write; else 'drift.json'" },
    { flags: '--reason <text>', description: 'why the drift is acceptable' },
    { flags: '--owner <name>', description: 'who answers for it' },
    { flags: '--days <number>', description: 'for how many days the rules hold; else 30' },
  ],
  examples: ["wordpress-ha drift baseline -e production --owner web-team --reason 'found when we began'"],
  run: async (context, options) =>
    (await import('./commands/drift/baseline.js')).driftBaseline(context, {
      ...options,
      days: '30',
      ...textOptions(options, 'file', 'reason', 'owner', 'days'),
    }),
};

const REPAIR: CommandSpec = {
  name: 'repair',
  summary: 'put back what may be put back without a person',
  description:
    "Checks, and applies targeted plans for drift that 'repair.allow' in drift.json names: nothing unless it is named. Never " +
    'deletes or replaces anything, and does nothing in a freeze or where more drifted than repair.most. Exits 2 when ' +
    'drift is left.',
  options: [IGNORE],
  examples: ['wordpress-ha drift repair -e production'],
  run: async (context, options) =>
    (await import('./commands/drift/repair.js')).driftRepair(context, {
      ...options,
      ...textOptions(options, 'ignore'),
    }),
};

/** The drift command and those below it. */
export const DRIFT: CommandSpec = {
  name: 'drift',
  summary: 'tell what changed outside Terraform',
  description:
    'Tells what changed outside Terraform from what is only not applied yet and from noise, how bad it is by the policy ' +
    'rules, and what to do. Applies nothing and takes no lock. Exits 2 when something drifted, 3 when there are only ' +
    'pending changes.',
  options: [
    { flags: '--values', description: 'show short values that Terraform does not mark sensitive' },
    { flags: '--format <name>', description: 'table, json, markdown, sarif, junit or html; else table' },
    IGNORE,
    {
      flags: '--threshold <severity>',
      description: 'mildest severity that counts: info, low, medium, high or critical; else info',
    },
  ],
  examples: [
    'wordpress-ha drift -e production',
    'wordpress-ha drift -e production --format html > drift.html',
    'wordpress-ha drift -e production --threshold high --json',
  ],
  run: async (context, options) =>
    (await import('./commands/drift/check.js')).drift(context, {
      ...options,
      values: options['values'] === true,
      ...{ format: 'table', threshold: 'info' },
      ...textOptions(options, 'format', 'ignore', 'threshold'),
    }),
  commands: [BASELINE, REPAIR],
};

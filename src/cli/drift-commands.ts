import { UserError } from '../core/errors';
import { listOption, textOptions, type CommandSpec, type OptionSpec } from './command-spec';

const IGNORE: OptionSpec = {
  flags: '--ignore <file>',
  description: "file of ignore rules; else 'drift.json' where it exists",
};

const FORMAT: OptionSpec = {
  flags: '--format <name>',
  description: 'table, json, markdown, sarif, junit or html; else table',
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

const HISTORY: OptionSpec = {
  flags: '--history <place>',
  description: 'folder or s3://bucket/prefix that keeps what is open, since when, and who made it',
};

const STATS: CommandSpec = {
  name: 'stats',
  summary: 'tell how drift went over time',
  description:
    'Tells from the history how much drift is open, how old it is, how long repairs take, and what drifts most.',
  options: [HISTORY],
  examples: ['wordpress-ha drift stats -e production --history s3://acme-reports/drift'],
  run: async (context, options) =>
    (await import('./commands/drift/stats.js')).driftStats(context, { ...options, ...textOptions(options, 'history') }),
};

const ONLY: OptionSpec = {
  flags: '--only <environment>',
  description: 'with --all, only this one; may be given several times',
  repeatable: true,
};

const ROLE: CommandSpec = {
  name: 'role',
  summary: 'write the policy of a role that can only look',
  description:
    'Writes the IAM policy of a role with which drift of an environment can be looked for: it reads what its stacks hold and ' +
    'their states, and everything else is denied, whatever is attached beside it.',
  options: [
    { flags: '--all', description: 'a role for every environment, such as for a schedule that looks at all of them' },
    ONLY,
    { flags: '--history <place>', description: 's3://bucket/prefix that the role may keep the history in' },
    { flags: '--topic <arn>', description: 'SNS topic that the role may tell of changes' },
  ],
  examples: [
    'wordpress-ha drift role -e production --history s3://acme-reports/drift > drift-role.json',
    'wordpress-ha drift role --all > drift-role.json',
  ],
  run: async (context, options) => {
    const { history, topic } = textOptions(options, 'history', 'topic');
    const chosen = { all: options['all'] === true, only: listOption(options, 'only') };
    const { driftRole } = await import('./commands/drift/role.js');
    return driftRole(context, { ...options, ...chosen, reports: history, topic });
  },
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

const MATRIX: CommandSpec = {
  name: 'matrix',
  summary: 'share the environments out to jobs of a pipeline',
  description:
    'Writes the matrix of jobs for a pipeline that looks at more environments than one machine should: GitHub takes it as it is, ' +
    "and each job runs 'drift --all' with the arguments of its entry. Asks AWS nothing.",
  options: [{ flags: '--jobs <number>', description: 'most jobs; else 256, the most that GitHub makes of a matrix' }],
  examples: ['wordpress-ha drift matrix', 'wordpress-ha drift matrix --jobs 8 > matrix.json'],
  run: async (context, options) =>
    (await import('./commands/drift/matrix.js')).driftMatrix(context, { ...options, ...textOptions(options, 'jobs') }),
};

const MERGE: CommandSpec = {
  name: 'merge',
  summary: 'make one report of those of several jobs',
  description:
    "Reads what 'drift --json' wrote and makes one report of it. What cannot be read, and what the matrix names and nobody " +
    'reported, counts as not checked and ends it with exit code 1, otherwise with that of the worst environment.',
  arguments: [{ name: 'report', required: true, repeatable: true, description: "files that 'drift --json' wrote" }],
  options: [
    {
      flags: '--matrix <file>',
      description: "what 'drift matrix' wrote: an environment of it without a report failed",
    },
    FORMAT,
  ],
  examples: ['wordpress-ha drift merge reports/*.json --matrix matrix.json --format markdown'],
  run: async (context, options) =>
    (await import('./commands/drift/merge.js')).driftMerge(context, {
      ...options,
      reports: listOption(options, 'report'),
      format: 'table',
      ...textOptions(options, 'matrix', 'format'),
    }),
};

/** The drift command and those below it. */
export const DRIFT: CommandSpec = {
  name: 'drift',
  summary: 'tell what changed outside Terraform',
  description:
    'Tells what changed outside Terraform from what is only not applied yet and from noise, how bad it is by the policy ' +
    'rules, and what to do. Tells failing checks and alarms beside it. Applies nothing and takes no lock. Exits 2 when ' +
    'something drifted, 3 when there are only pending changes.',
  options: [
    { flags: '--all', description: 'every environment, as many plans at the same time as the machine bears' },
    ONLY,
    { flags: '--values', description: 'show short values that Terraform does not mark sensitive' },
    FORMAT,
    IGNORE,
    {
      flags: '--threshold <severity>',
      description: 'mildest severity that counts: info, low, medium, high or critical; else info',
    },
    { flags: '--no-who', description: 'do not ask CloudTrail who made changes' },
    HISTORY,
    {
      flags: '--notify <target>',
      description: "tell of changes: an SNS topic's ARN, webhook or github:owner/name; may be given several times",
      repeatable: true,
    },
    { flags: '--remind-after <days>', description: 'tell again of what is still open after so many days' },
  ],
  examples: [
    'wordpress-ha drift -e production',
    'wordpress-ha drift -e production --format html > drift.html',
    'wordpress-ha drift -e production --threshold high --json',
    'wordpress-ha drift --all --format markdown',
    'wordpress-ha drift -e production --history s3://acme-reports/drift --notify github:acme/site',
  ],
  run: async (context, options) => {
    const only = listOption(options, 'only');
    const given = {
      ...options,
      values: options['values'] === true,
      ...{ format: 'table', threshold: 'info' },
      who: options['who'] !== false,
      notify: listOption(options, 'notify'),
      ...textOptions(options, 'format', 'ignore', 'threshold', 'history', 'remindAfter'),
    };
    if (options['all'] === true) return (await import('./commands/drift/all.js')).driftAll(context, { ...given, only });
    if (only.length > 0) throw new UserError("'--only' needs '--all'; name a single environment by '--environment'");
    return (await import('./commands/drift/check.js')).drift(context, given);
  },
  commands: [BASELINE, REPAIR, STATS, ROLE, MATRIX, MERGE],
};

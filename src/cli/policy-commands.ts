import { listOption, textOptions, type CommandSpec, type GivenOptions, type OptionSpec } from './command-spec';
import type { CommonOptions, PolicyJudgeOptions } from './options';

const PACK: OptionSpec = {
  flags: '--pack <name...>',
  description: 'baseline, production or wordpress; else wordpress with what the stage of the environment asks for',
};

const PLAN: OptionSpec = {
  flags: '--plan <file...>',
  description: "output of 'terraform show -json', of anybody's Terraform; STACK=FILE for a stack of this app",
};

/** What is judged, and what is accepted. */
const JUDGED: readonly OptionSpec[] = [
  PLAN,
  PACK,
  { flags: '--suppressions <file>', description: "file of accepted findings; else 'policy.json' where it exists" },
];

/** What the policy command can do. */
export const POLICY_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'list',
    summary: 'list the rules',
    description: 'Lists every rule with its severity and the smallest pack that holds it.',
    options: [PACK],
    examples: ['wordpress-ha policy list', 'wordpress-ha policy list --pack baseline --json'],
    run: async (context, options) =>
      (await import('./commands/policy/list.js')).policyList(context, {
        ...options,
        pack: listOption(options, 'pack'),
      }),
  },
  {
    name: 'check',
    summary: 'judge the configuration or plans by the rules',
    description:
      'Judges the synthesized stacks of an environment, or plans, by the rules of some packs. Needs neither network nor ' +
      'credentials. Exits 2 when a finding is at or above the threshold of the packs.',
    options: [
      ...JUDGED,
      { flags: '--format <name>', description: 'table, json, sarif, junit or markdown; else table' },
    ],
    examples: [
      'wordpress-ha policy check -e production',
      'wordpress-ha policy check --plan plan.json --format sarif',
      'wordpress-ha policy check -e staging --plan web=web.json --pack production',
    ],
    run: async (context, options) =>
      (await import('./commands/policy/check.js')).policyCheck(context, {
        ...judgeOptions(options),
        format: 'table',
        ...textOptions(options, 'format'),
      }),
  },
  {
    name: 'explain',
    summary: 'tell why a rule exists and what to do about its findings',
    description: 'Tells what a rule wants, why, what to do about its findings, and its ids in well-known rule sets.',
    arguments: [{ name: 'rule', required: true, description: 'id of a rule, such as WPHA-S3-001' }],
    examples: ['wordpress-ha policy explain WPHA-S3-001'],
    run: async (context, options) =>
      (await import('./commands/policy/explain.js')).policyExplain(context, String(options['rule'])),
  },
  {
    name: 'diff',
    summary: 'show what one report has and another has not',
    description:
      'Compares two reports and shows only new findings, for a pull request on a stack that has some already. Exits 2 when a ' +
      'new one is at or above the threshold.',
    arguments: [
      { name: 'base', required: true, description: "report of 'policy check --format json' on the base branch" },
      { name: 'head', required: true, description: 'report on the branch to merge' },
    ],
    options: [{ flags: '--format <name>', description: 'table, json or markdown; else table' }],
    examples: [
      'wordpress-ha policy diff base.json head.json',
      'wordpress-ha policy diff base.json head.json --format markdown',
    ],
    run: async (context, options) =>
      (await import('./commands/policy/diff.js')).policyDiff(context, {
        ...options,
        base: String(options['base']),
        head: String(options['head']),
        format: 'table',
        ...textOptions(options, 'format'),
      }),
  },
  {
    name: 'baseline',
    summary: 'accept what is found today, until a day',
    description:
      'Adds a suppression to the file of accepted findings for each finding at or above the threshold, for exactly that ' +
      'finding. Exits 2 when some cannot be accepted.',
    options: [
      { flags: '--owner <name>', description: 'team or person that answers for them; required' },
      { flags: '--reason <text>', description: 'why they are acceptable; else that they are older than the policy' },
      { flags: '--expires <day>', description: 'last day on which they are accepted; else in 90 days' },
      ...JUDGED,
    ],
    examples: [
      'wordpress-ha policy baseline -e production --owner web-team',
      'wordpress-ha policy baseline --plan plan.json --owner web-team --expires 2027-05-31',
    ],
    run: async (context, options) =>
      (await import('./commands/policy/baseline.js')).policyBaseline(context, {
        ...judgeOptions(options),
        owner: '',
        ...textOptions(options, 'owner', 'reason', 'expires'),
      }),
  },
  {
    name: 'prove',
    summary: 'prove what holds for the whole environment',
    description:
      'Proves what no single resource shows: who reaches whom, that no zone is a single point of failure, that alarms act, ' +
      'that everything is tagged, that environments have one shape. Exits 2 with a counter-example for what does not hold or ' +
      'cannot be told.',
    arguments: [
      { name: 'proof', description: 'reachability, no-single-point, alarms, tags or shape; else all of the packs' },
    ],
    options: [
      PLAN,
      PACK,
      { flags: '--against <environment>', description: 'another environment, which should have the same shape' },
    ],
    examples: [
      'wordpress-ha policy prove -e production',
      'wordpress-ha policy prove reachability --plan plan.json',
      'wordpress-ha policy prove shape -e staging --against production',
    ],
    run: async (context, options) =>
      (await import('./commands/policy/prove.js')).policyProve(context, {
        ...judgeOptions(options),
        ...textOptions(options, 'proof', 'against'),
      }),
  },
];

function judgeOptions(options: CommonOptions & GivenOptions): PolicyJudgeOptions {
  return {
    ...options,
    plan: listOption(options, 'plan'),
    pack: listOption(options, 'pack'),
    ...textOptions(options, 'suppressions'),
  };
}

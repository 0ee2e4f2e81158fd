import { listOption, textOptions, type CommandSpec, type OptionSpec } from './command-spec';

const PACK: OptionSpec = {
  flags: '--pack <name...>',
  description: 'baseline, production or wordpress; else wordpress with what the stage of the environment asks for',
};

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
      {
        flags: '--plan <file...>',
        description: "output of 'terraform show -json', of anybody's Terraform; STACK=FILE for a stack of this app",
      },
      PACK,
      { flags: '--format <name>', description: 'table, json, sarif, junit or markdown; else table' },
      { flags: '--suppressions <file>', description: "file of accepted findings; else 'policy.json' where it exists" },
    ],
    examples: [
      'wordpress-ha policy check -e production',
      'wordpress-ha policy check --plan plan.json --format sarif',
      'wordpress-ha policy check -e staging --plan web=web.json --pack production',
    ],
    run: async (context, options) =>
      (await import('./commands/policy/check.js')).policyCheck(context, {
        ...options,
        plan: listOption(options, 'plan'),
        pack: listOption(options, 'pack'),
        format: 'table',
        ...textOptions(options, 'format', 'suppressions'),
      }),
  },
  {
    name: 'explain',
    summary: 'tell why a rule exists and what to do about its findings',
    description: 'Tells what a rule wants, why, what to do about its findings, and its ids in well-known rule sets.',
    argument: { name: 'rule', required: true, description: 'id of a rule, such as WPHA-S3-001' },
    examples: ['wordpress-ha policy explain WPHA-S3-001'],
    run: async (context, options) =>
      (await import('./commands/policy/explain.js')).policyExplain(context, String(options['rule'])),
  },
];

import { Command } from 'commander';
import { COMMANDS, SANDBOX_COMMANDS, type CommandSpec } from './command-table';
import { LAB_COMMANDS } from './lab-commands';
import type { CommandResult, Context } from './context';
import type { CommonOptions } from './options';

/** How the command line reaches its surroundings. */
export interface ProgramOptions {
  readonly version: string;
  readonly contextFor: (options: CommonOptions) => Context;
  /** Takes what a command answered. */
  readonly finish: (result: CommandResult) => void;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

type RawOptions = Readonly<Record<string, unknown>>;

const EXIT_CODES = `
Exit codes:
  0  done, nothing to report
  1  could not run: bad input, missing tool, failed call, refused or interrupted
  2  findings: drift, a lock that remains, changes under --detailed-exitcode
  3  only configuration that is not applied yet (drift)`;

/** Builds the command line from the table of commands. It throws commander's errors and never exits. */
export function buildProgram(options: ProgramOptions): Command {
  const program = new Command('wordpress-ha')
    .description('Plan, deploy and watch a highly available WordPress site on AWS.')
    .version(options.version)
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => options.write(text), writeErr: (text) => options.writeError(text) })
    .exitOverride()
    .addHelpText('after', EXIT_CODES);
  const prepared = (parent: Command, spec: CommandSpec): void => addCommand(parent, spec, options);
  for (const spec of COMMANDS) prepared(program, spec);
  const sandbox = program.command('sandbox').summary('start, end or look at an emulated AWS account').exitOverride();
  sandbox.description('An emulator of AWS on this machine: deploy to it with --sandbox and no account.');
  for (const spec of SANDBOX_COMMANDS) prepared(sandbox, spec);
  const lab = program.command('lab').summary('boot the site on this machine, from its own user data').exitOverride();
  lab.description(
    'Instances, load balancer, database and file system of an environment on this machine, as root on Linux.',
  );
  for (const spec of LAB_COMMANDS) prepared(lab, spec);
  return program;
}

function addCommand(parent: Command, spec: CommandSpec, { contextFor, finish }: ProgramOptions): void {
  const command = parent.command(spec.name).summary(spec.summary).description(spec.description);
  for (const { flags, description } of spec.options ?? []) command.option(flags, description);
  if (spec.argument !== undefined) command.argument(`<${spec.argument.name}>`, spec.argument.description);
  addCommonOptions(command)
    .allowExcessArguments(false)
    .addHelpText('after', `\nExamples:\n${spec.examples.map((line) => `  $ ${line}`).join('\n')}`)
    .action(async () => {
      const given = command.opts<RawOptions>();
      const options = { ...given, ...commonOptions(given), argument: command.args[0] };
      finish(await spec.run(contextFor(options), options));
    });
}

function addCommonOptions(command: Command): Command {
  const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];
  return command
    .option('-e, --environment <name>', 'environment; else TF_WORKSPACE, else development where nothing is changed')
    .option<readonly string[]>('--stack <id>', 'only this stack; may be given several times', collect)
    .option('--json', 'print one JSON document to standard output')
    .option('--project <dir>', 'folder that holds cdktf.json; else the present one')
    .option('--sandbox', 'work against the running sandbox')
    .option('--no-synth', 'use what was synthesized before')
    .option('--no-color', 'no colours')
    .option('--verbose', 'one line a finished stack on standard error, where it is no terminal');
}

function commonOptions(given: RawOptions): CommonOptions {
  const { environment, stack, project } = given;
  return {
    ...(typeof environment === 'string' ? { environment } : {}),
    ...(typeof project === 'string' ? { project } : {}),
    stack: Array.isArray(stack) ? stack.map(String) : [],
    json: given['json'] === true,
    sandbox: given['sandbox'] === true,
    synth: given['synth'] !== false,
    color: given['color'] !== false,
    verbose: given['verbose'] === true,
  };
}

import { Command } from 'commander';
import { COMMAND_GROUPS } from './command-groups';
import type { CommandSpec, GivenOptions } from './command-spec';
import { COMMANDS } from './command-table';
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

const EXIT_CODES = `
Exit codes:
  0  done, nothing to report
  1  could not run: bad input, missing tool, failed call, refused or interrupted
  2  findings: drift, violated rules, a lock that remains, changes under --detailed-exitcode
  3  only configuration that is not applied yet (drift)`;

/** Builds the command line from the table of commands. It throws commander's errors and never exits. */
export function buildProgram(options: ProgramOptions): Command {
  const program = new Command('wordpress-ha')
    .description('Plan, deploy and watch a highly available WordPress site on AWS.')
    .version(options.version)
    .showSuggestionAfterError()
    // a command with commands below it knows the common options too: those behind the second word belong to that one
    .enablePositionalOptions()
    .configureOutput({ writeOut: (text) => options.write(text), writeErr: (text) => options.writeError(text) })
    .exitOverride()
    // else options behind a second word would be read by the first one's command
    .enablePositionalOptions()
    .addHelpText('after', EXIT_CODES);
  const prepared = (parent: Command, spec: CommandSpec): void => addCommand(parent, spec, options);
  for (const spec of COMMANDS) prepared(program, spec);
  for (const { name, summary, description, commands } of COMMAND_GROUPS) {
    const group = program.command(name).summary(summary).description(description).exitOverride();
    for (const spec of commands) prepared(group, spec);
  }
  return program;
}

function addCommand(parent: Command, spec: CommandSpec, options: ProgramOptions): void {
  const { contextFor, finish } = options;
  const command = parent.command(spec.name).summary(spec.summary).description(spec.description).exitOverride();
  command.enablePositionalOptions();
  for (const below of spec.commands ?? []) addCommand(command, below, options);
  const declared = spec.arguments ?? [];
  for (const { name, description, required = false, repeatable = false } of declared) {
    const word = repeatable ? `${name}...` : name;
    command.argument(required ? `<${word}>` : `[${word}]`, description);
  }
  for (const { flags, description, repeatable } of spec.options ?? []) {
    if (repeatable === true) command.option<readonly string[]>(flags, description, collect);
    else command.option(flags, description);
  }
  addCommonOptions(command)
    .allowExcessArguments(false)
    .addHelpText('after', `\nExamples:\n${spec.examples.map((line) => `  $ ${line}`).join('\n')}`)
    .action(async () => {
      const given: GivenOptions = command.opts();
      const values: readonly unknown[] = command.processedArgs;
      const named = Object.fromEntries(declared.map(({ name }, index) => [name, values[index]]));
      const options = { ...given, ...named, ...commonOptions(given) };
      finish(await spec.run(contextFor(options), options));
    });
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

function addCommonOptions(command: Command): Command {
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

function commonOptions(given: GivenOptions): CommonOptions {
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

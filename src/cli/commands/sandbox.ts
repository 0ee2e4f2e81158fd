import { join, relative } from 'node:path';
import { UserError } from '../../core/errors';
import type { SandboxStatus } from '../../sandbox/sandbox-status';
import { findProviderSource } from '../../terraform/process/provider-mirror';
import type { CommandResult, Context } from '../context';
import { EXIT } from '../exit-code';
import type { CommonOptions } from '../options';
import { openSession, TOOL_FOLDER } from '../session/session';
import { assemblyDirectory } from '../session/synthesize';

/** What can be done with the sandbox. */
export type SandboxAction = 'up' | 'down' | 'status';

/** Starts, ends or describes the emulator that stands in for an AWS account. */
export function sandbox(context: Context, options: CommonOptions, action: SandboxAction): Promise<CommandResult> {
  return { up, down, status }[action](context, options);
}

async function up(context: Context, options: CommonOptions): Promise<CommandResult> {
  const { entry, environment } = await openSession(context, { ...options, sandbox: false });
  if (entry === undefined) {
    throw new UserError("the app writes no 'environments.json', so the account for the sandbox is not known");
  }
  const started = await context.services.sandbox.start({
    accountId: entry.accountId,
    projectDirectory: context.project,
    onProgress: (line) => context.log(line),
  });
  started.notes.forEach((note) => context.log(note));
  const variables = {
    ...(await context.services.sandbox.environment(started, context.variables)),
    ...providerVariable(context),
  };
  const text = [
    `the sandbox runs on ${started.endpoint} as account ${started.accountId} (process ${started.pid}, log ${started.logFile})`,
    '',
    'deploy to it:',
    `  wordpress-ha init -e ${environment} --sandbox --auto-approve`,
    `  wordpress-ha apply -e ${environment} --sandbox`,
    'look around with any AWS client, or plan with cdktf itself after init:',
    ...Object.entries(variables).map(([name, value]) => `  export ${name}=${value === '' ? "''" : value}`),
    `  TF_WORKSPACE=${environment} npx cdktf plan STACK --output ${relative(context.project, assemblyDirectory(context.project, environment))}`,
    'end it:',
    '  wordpress-ha sandbox down',
    '',
    'what the emulator cannot do:',
    ...(await context.services.sandbox.exclusions()).map((line) => `  ${line}`),
  ];
  return { exitCode: EXIT.clean, text: text.join('\n'), document: { running: true, sandbox: describe(started) } };
}

/** The provider mirror that the tool finds by itself has to be named to cdktf. */
function providerVariable({ project, variables }: Context): Record<string, string> {
  const { cliConfigFile } = findProviderSource({ variables, folder: join(project, TOOL_FOLDER) });
  return cliConfigFile === undefined ? {} : { TF_CLI_CONFIG_FILE: cliConfigFile };
}

async function down(context: Context): Promise<CommandResult> {
  const ended = await context.services.sandbox.stop(context.project);
  const text =
    ended === undefined ? 'no sandbox was running' : `the sandbox on ${ended.endpoint} and everything in it is gone`;
  return { exitCode: EXIT.clean, text, document: { running: false } };
}

async function status(context: Context): Promise<CommandResult> {
  const running = await context.services.sandbox.status(context.project);
  if (running === undefined)
    return { exitCode: EXIT.clean, text: 'no sandbox is running', document: { running: false } };
  const text = `the sandbox runs on ${running.endpoint} as account ${running.accountId} since ${running.startedAt} (process ${running.pid})`;
  return { exitCode: EXIT.clean, text, document: { running: true, sandbox: describe(running) } };
}

function describe({ pid, port, endpoint, startedAt, accountId, logFile, notes }: SandboxStatus): SandboxStatus {
  return { pid, port, endpoint, startedAt, accountId, logFile, notes };
}

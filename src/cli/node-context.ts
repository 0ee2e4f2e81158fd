import { resolve } from 'node:path';
import { thisMachine } from '../terraform/schedule/machine';
import type { Variables } from '../terraform/process/process-environment';
import { ask } from './ask';
import type { Context, Services } from './context';
import type { CommonOptions } from './options';
import { quietProgress } from './progress';
import { plainStyle, styleFor } from './render/style';
import { runApp } from './session/run-app';
import { terminalProgress } from './terminal-progress';

/** The process as a command sees it. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly variables: Variables;
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/** Makes the context of a run from the process it runs in. */
export function nodeContext(surroundings: Surroundings, options: CommonOptions): Context {
  const { stdin, stdout, stderr, cwd, signal } = surroundings;
  const variables = options.color ? surroundings.variables : { ...surroundings.variables, NO_COLOR: '1' };
  const project = resolve(cwd, options.project ?? '.');
  const log = (line: string): void => {
    stderr.write(`${line}\n`);
  };
  const live = stderr.isTTY === true && variables['TERM'] !== 'dumb' && variables['CI'] === undefined;
  return {
    project,
    folder: resolve(cwd),
    variables,
    style: options.json ? plainStyle : styleFor(stdout, variables),
    log,
    progress: (title, stacks) =>
      live ? terminalProgress(title, stacks, stderr) : quietProgress(title, log, options.verbose),
    ...(stdin.isTTY === true && stderr.isTTY === true
      ? { ask: (question) => ask(question, stdin, stderr, signal) }
      : {}),
    now: () => new Date(),
    signal,
    services: nodeServices(),
  };
}

/** The real services; each loads what it needs when it is first used. */
function nodeServices(): Services {
  return {
    runApp,
    terraformHost: async (variables, folder) =>
      (await import('../terraform/execution/terraform-host.js')).terraformHost({ variables, folder }),
    bucketExists: async (state, variables) =>
      (await import('./session/state-bucket.js')).bucketExists(state, variables),
    readStateLock: async (stack, workspace, variables) =>
      (await import('../terraform/locks/state-lock.js')).readStateLock(stack, workspace, variables),
    policyRules: async () => (await import('../policy/index.js')).RULES,
    drift: {
      inventory: async (settings) => (await import('../drift/index.js')).awsInventory(settings),
      alarms: async (settings) => (await import('../drift/index.js')).cloudWatch(settings),
      trail: async (variables, signal) => (await import('../drift/index.js')).cloudTrail(variables, signal),
      fetch: (url, options) => fetch(url, options),
      machine: thisMachine,
    },
    lab: {
      start: async (request) => (await import('../lab/index.js')).startLabOf(request),
      stop: async (project) => (await import('../lab/index.js')).stopLab(project),
      status: async (project) => (await import('../lab/index.js')).labStatus(project),
      fail: async (project, fault, launch) => (await import('../lab/index.js')).bringFault(project, fault, launch),
      heal: async (project, fault) => (await import('../lab/index.js')).healFault(project, fault),
      trials: async () => (await import('../lab/index.js')).TRIALS,
      prove: async (options) => (await import('../lab/index.js')).proveLab(options),
      report: async (project) => (await import('../lab/index.js')).readReport(project),
      shell: async (project, instance) => (await import('../lab/index.js')).openShell(project, instance),
    },
    sandbox: {
      start: async (options) => (await import('../sandbox/index.js')).startSandbox(options),
      stop: async (project) => (await import('../sandbox/index.js')).stopSandbox(project),
      status: async (project) => (await import('../sandbox/index.js')).sandboxStatus(project),
      environment: async (status, present) => (await import('../sandbox/index.js')).sandboxEnvironment(status, present),
      installOverrides: async (directory, status) =>
        (await import('../sandbox/index.js')).installSandboxOverrides(directory, status),
      removeOverrides: async (directory) => (await import('../sandbox/index.js')).removeSandboxOverrides(directory),
      exclusions: async () => {
        const { describeExclusions, EXCLUSIONS } = await import('../sandbox/index.js');
        return describeExclusions(EXCLUSIONS);
      },
    },
    releases: {
      gitVersion: async (folder, variables) => (await import('../release/index.js')).gitVersion(folder, variables),
      fetch: (url, options) => fetch(url, options),
      openBucket: async (place) => (await import('../release/index.js')).s3ObjectStore(place),
    },
  };
}

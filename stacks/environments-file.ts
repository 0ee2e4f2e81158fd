import type { Environment, Protection, StateBackend } from '../src/config';
import { nameScope } from './environment-stack';

/** One environment as tools see it. */
export interface EnvironmentDescription {
  readonly name: string;
  readonly stage: string;
  readonly system: string;
  readonly accountId: string;
  readonly region: string;
  readonly availabilityZones: readonly string[];
  /** `on`, `off` or `off until YYYY-MM-DD`. */
  readonly protection: string;
  readonly domain: string | null;
  readonly state: StateBackend;
}

/** The contents of `environments.json`, written beside the synthesized stacks. */
export interface EnvironmentsFile {
  /** The environment that the stacks were synthesized for. */
  readonly current: string;
  /** The stack that makes the state bucket; it is applied once an account, in workspace `default`. */
  readonly stateStack: string;
  readonly environments: readonly EnvironmentDescription[];
}

/** Describes every environment for tools that read JSON only. */
export function describeEnvironments(current: Environment, all: readonly Environment[]): EnvironmentsFile {
  return { current: current.name, stateStack: 'state', environments: all.map(describe) };
}

function describe(environment: Environment): EnvironmentDescription {
  const { name, stage, accountId, region, availabilityZones, domain, state } = environment;
  return {
    name,
    stage,
    system: nameScope(environment).system,
    accountId,
    region,
    availabilityZones,
    protection: protectionText(environment.protection),
    domain: domain?.name ?? null,
    state,
  };
}

function protectionText(protection: Protection): string {
  return typeof protection === 'string' ? protection : `off until ${protection.offUntil}`;
}

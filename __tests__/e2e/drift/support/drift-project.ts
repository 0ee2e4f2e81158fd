import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { DriftDocument, Finding, NextStep } from '../../../../src/drift';
import { findEmulator } from '../../../../src/sandbox/find-emulator';
import { readAssembly } from '../../../../src/terraform/assembly';
import { readEnvironments } from '../../../../src/terraform/environments-file';
import { objectOf, parseObject } from '../../../../src/terraform/json';
import { exportedVariables, SandboxProject, type Ended } from '../../support/sandbox-project';
import type { OutsideChange } from '../changes/outside-change';
import { appliedResources, filled } from './applied-values';
import { loggedActions } from './logged-actions';

/** The environment that has most: three zones and a domain. `demo` shows the other two. */
const ENVIRONMENT = 'staging';
const ACCOUNT = '123456789012';
const REGION = 'eu-west-1';
const STATES = `wordpress-ha-state-${ACCOUNT}`;

/** A finding and the stack it is in. */
export interface StackFinding extends Finding {
  readonly stack: string;
}

/** What a check answers. */
export interface Check {
  readonly exitCode: number | null;
  readonly document: DriftDocument;
  readonly findings: readonly StackFinding[];
}

/** How the provider read what is applied. */
export interface Reading {
  /** Types of resources in the stacks. */
  readonly types: readonly string[];
  /** IAM actions of its calls, by the type that they were made for. */
  readonly actions: Readonly<Record<string, readonly string[]>>;
}

/** An environment, applied in a sandbox of its own. */
export class DriftProject {
  readonly project = new SandboxProject();
  private endpoint = '';
  private python = '';
  private variables: Record<string, string> = {};

  /** Starts the sandbox and applies every stack. */
  async apply(): Promise<void> {
    const up = await this.project.succeed(`sandbox up -e ${ENVIRONMENT}`);
    // the command line of AWS takes an empty name for the name of a profile
    const exported = Object.entries(exportedVariables(up)).filter(([, value]) => value !== '');
    this.variables = { ...Object.fromEntries(exported), AWS_DEFAULT_REGION: REGION };
    this.endpoint = String(parseObject(readFileSync(this.path('.wordpress-ha/sandbox.json'), 'utf8'))?.endpoint);
    const found = await findEmulator({
      directory: this.path('.wordpress-ha'),
      variables: process.env,
      onProgress: () => undefined,
    });
    this.python = found.python;
    await this.project.succeed(`init -e ${ENVIRONMENT} --sandbox --auto-approve`);
    await this.again();
  }

  /** Applies what is synthesized. */
  async again(): Promise<void> {
    await this.project.succeed(`apply -e ${ENVIRONMENT} --sandbox --auto-approve --no-synth`);
  }

  /** Synthesizes what is configured. */
  async synthesize(): Promise<void> {
    await this.project.succeed(`synth -e ${ENVIRONMENT}`);
  }

  /** One check. */
  async check(variables: Readonly<Record<string, string>> = {}): Promise<Check> {
    const line = `drift -e ${ENVIRONMENT} --sandbox --no-synth --json`;
    const { exitCode, stdout, stderr } = await this.project.run(line, variables);
    const document = parseObject(stdout) as DriftDocument | undefined;
    if (document?.stacks === undefined) throw new Error(`drift ended with ${exitCode}\n${stdout}${stderr}`);
    const findings = document.stacks.flatMap(({ stack, findings: all }) =>
      all.map((finding) => ({ ...finding, stack })),
    );
    return { exitCode, document, findings };
  }

  /** One check with the log of the provider on. */
  async loggedCheck(): Promise<Check & { readonly reading: Reading }> {
    const assembly = readAssembly(this.path(`cdktf.out/${ENVIRONMENT}`));
    const stateStack = readEnvironments(assembly.directory)?.stateStack;
    const stacks = assembly.stacks.filter(({ name }) => name !== stateStack);
    const types = stacks.flatMap(({ configuration }) => Object.keys(objectOf(configuration.resource)));
    // it holds secrets, and goes with the project at the latest
    const log = this.path('provider.log');
    const check = await this.check({ TF_LOG: 'JSON', TF_LOG_PROVIDER: 'DEBUG', TF_LOG_PATH: log });
    const actions = await loggedActions(log);
    rmSync(log);
    return { ...check, reading: { types: [...new Set(types)], actions } };
  }

  /** Makes changes behind Terraform's back. */
  async change(...changes: readonly Pick<OutsideChange, 'call' | 'parameters'>[]): Promise<void> {
    const credentials = { accessKeyId: ACCOUNT, secretAccessKey: 'sandbox' };
    const s3 = new S3Client({ endpoint: this.endpoint, region: REGION, credentials, forcePathStyle: true });
    const resources = await appliedResources(s3, STATES);
    s3.destroy();
    const calls = changes.map(({ call, parameters }) => ({ call, parameters: filled(parameters, resources) }));
    const script = join(__dirname, 'call_aws.py');
    const { stdout, stderr } = spawnSync(this.python, [script, this.endpoint, REGION, ACCOUNT], {
      input: JSON.stringify(calls),
      encoding: 'utf8',
    });
    const problems = (JSON.parse(stdout === '' ? JSON.stringify([stderr]) : stdout) as (string | null)[]).filter(
      Boolean,
    );
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }

  /** Does what a way out says, word by word. */
  async follow({ commands, edit }: NextStep): Promise<void> {
    if (edit !== undefined) writeFileSync(this.path(edit.file), edit.text);
    for (const command of commands) {
      const { exitCode, stdout, stderr }: Ended = await this.project.spawn('bash', ['-c', command], this.variables)
        .ended;
      if (exitCode !== 0) throw new Error(`'${command}' ended with ${exitCode}\n${stdout}${stderr}`);
    }
  }

  private path(file: string): string {
    return join(this.project.directory, file);
  }
}

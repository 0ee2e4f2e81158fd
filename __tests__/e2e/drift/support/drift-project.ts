import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { DriftDocument, Finding, NextStep } from '../../../../src/drift';
import { findEmulator } from '../../../../src/sandbox/find-emulator';
import { parseObject } from '../../../../src/terraform/json';
import { exportedVariables, SandboxProject, type Ended } from '../../support/sandbox-project';
import type { OutsideChange } from '../changes/outside-change';
import { appliedResources, filled } from './applied-values';

const ACCOUNT = '123456789012';
const REGION = 'eu-west-1';
const STATES = `wordpress-ha-state-${ACCOUNT}`;

/** A finding and the stack it is in. */
export interface StackFinding extends Finding {
  readonly stack: string;
}

/** The development environment, applied in a sandbox of its own. */
export class DriftProject {
  readonly project = new SandboxProject();
  private endpoint = '';
  private python = '';
  private variables: Record<string, string> = {};

  /** Starts the sandbox and applies every stack. */
  async apply(): Promise<void> {
    const up = await this.project.succeed('sandbox up -e development');
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
    await this.project.succeed('init -e development --sandbox --auto-approve');
    await this.again();
  }

  /** Applies what is configured. */
  async again(): Promise<void> {
    await this.project.succeed('apply -e development --sandbox --auto-approve --no-synth');
  }

  /** One check. */
  async check(): Promise<{ exitCode: number | null; document: DriftDocument; findings: readonly StackFinding[] }> {
    const { exitCode, stdout, stderr } = await this.project.run('drift -e development --sandbox --no-synth --json');
    const document = parseObject(stdout) as DriftDocument | undefined;
    if (document?.stacks === undefined) throw new Error(`drift ended with ${exitCode}\n${stdout}${stderr}`);
    const findings = document.stacks.flatMap(({ stack, findings: all }) =>
      all.map((finding) => ({ ...finding, stack })),
    );
    return { exitCode, document, findings };
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

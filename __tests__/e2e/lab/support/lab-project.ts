import { request } from 'node:http';
import { askLab } from '../../../../src/lab/control-client';
import type { LabAction, LabActions } from '../../../../src/lab/control';
import { checkHost } from '../../../../src/lab/host/requirements';
import { runningLab } from '../../../../src/lab/lab-record';
import { sockets } from '../../../../src/lab/run-parameters';
import { SandboxProject } from '../../support/sandbox-project';

/** Why labs cannot run on this machine; undefined when they can. */
export function missingForLab(): string | undefined {
  try {
    checkHost(process.env);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a visitor got. */
export interface Page {
  readonly status: number;
  readonly body: string;
}

/** A copy of the project with a lab of its own. */
export class LabProject extends SandboxProject {
  /** Asks the running lab for something. */
  ask<A extends LabAction>(action: A, input: LabActions[A]['input']): Promise<LabActions[A]['output']> {
    const record = runningLab(this.directory);
    if (record === undefined) throw new Error('no lab runs');
    return askLab(sockets(record.socketDirectory).control, action, input);
  }

  /** Runs a command on an instance as root and answers what it printed. */
  async on(instance: string, command: string, seconds = 60): Promise<string> {
    const { exitCode, output } = await this.ask('run', { instance, command, seconds });
    if (exitCode !== 0) throw new Error(`'${command}' on ${instance} ended with ${exitCode}: ${output}`);
    return output.trim();
  }

  /** Visits the site through the load balancer, under its own name. */
  async visit(path: string, host?: string): Promise<Page> {
    const [port] = Object.values(runningLab(this.directory)?.ports ?? {});
    const name = host ?? (await this.ask('status', {})).siteHost;
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, headers: { host: name }, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      });
      asked.on('error', reject);
      asked.end();
    });
  }
}

import { checkHost } from '../../../../src/lab/host/requirements';
import { runningLab } from '../../../../src/lab/lab-record';
import { LabUnderTest } from '../../../../src/lab/scenarios/lab-under-test';
import { reportFolder } from '../../../../src/lab/scenarios/report-file';
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

/** A copy of the project with a lab of its own. */
export class LabProject extends SandboxProject {
  /** The lab that runs. */
  get lab(): LabUnderTest {
    return this.labOf(this.directory);
  }

  /** The lab of a project in a folder. */
  protected labOf(directory: string): LabUnderTest {
    const record = runningLab(directory);
    if (record === undefined) throw new Error('no lab runs');
    const folder = reportFolder(directory);
    const { signal } = new AbortController();
    return new LabUnderTest({ record, folder, variables: process.env, onProgress: () => undefined, signal });
  }
}

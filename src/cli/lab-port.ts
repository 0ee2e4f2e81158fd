import type { FaultsInForce } from '../lab/faults-by-hand';
import type { LabOptions, RunningLab } from '../lab/lab';
import type { ProofOptions } from '../lab/prove-lab';
import type { LabReport } from '../lab/scenarios/report';
import type { Trial } from '../lab/scenarios/trial';
import type { Assembly } from '../terraform/assembly';

/** What `lab up` asks for. */
export interface LabRequest extends Pick<
  LabOptions,
  'project' | 'variables' | 'stock' | 'instances' | 'onProgress' | 'signal'
> {
  readonly assembly: Assembly;
  /** Archive of a release; without it Debian's WordPress is served. */
  readonly release?: string;
}

/** The part of the lab that commands use. */
export interface LabPort {
  start(request: LabRequest): Promise<RunningLab>;
  stop(project: string): Promise<boolean>;
  status(project: string): Promise<RunningLab | undefined>;
  /** Connects the terminal with a root shell on an instance, until it is left; undefined when no lab runs. */
  shell(project: string, instance: string): Promise<boolean>;
  /** Brings a fault about and, when asked to, launches an instance that meets it; undefined when no lab runs. */
  fail(project: string, fault: string, launch: boolean): Promise<FaultsInForce | undefined>;
  /** Takes a fault back, or all of them; undefined when no lab runs. */
  heal(project: string, fault: string | undefined): Promise<FaultsInForce | undefined>;
  /** Everything that can be shown. */
  trials(): Promise<readonly Trial[]>;
  /** Shows it on the running lab and records how it came out. */
  prove(options: ProofOptions): Promise<LabReport>;
  /** What was recorded last; undefined when nothing was. */
  report(project: string): Promise<LabReport | undefined>;
}

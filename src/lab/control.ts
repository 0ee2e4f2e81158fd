import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { CommandOutcome } from './inside/nodes/agent';
import type { InstanceStatus } from './inside/nodes/instance';
import type { NodeFault } from './faults';

/** What a running lab tells of itself. */
export interface LabStatus {
  /** `starting` until everything but the instances runs, `failed` when that did not come about. */
  readonly phase: 'starting' | 'running' | 'failed';
  /** Why it failed. */
  readonly problem: string | undefined;
  /** Seconds that a boot may take, as the launch hook says. */
  readonly bootSeconds: number;
  /** Name that visitors ask for. */
  readonly siteHost: string;
  readonly instances: readonly InstanceStatus[];
  /** What the balancer thinks of its targets, by name of the instance. */
  readonly targets: Readonly<Record<string, string>>;
  readonly services: readonly { readonly name: string; readonly running: boolean }[];
  /** Address of the database's primary. */
  readonly database: string | undefined;
  /** Faults in force. */
  readonly faults: readonly NodeFault[];
}

/** What a new instance meets. */
export interface LaunchInput {
  /**
   * Disk image of this machine that it starts from.
   *
   * @default - that of the lab
   */
  readonly image?: string;
  /**
   * Faults that are in force for this instance, until it is terminated; those of the emulated account for whoever boots
   * meanwhile.
   *
   * @default - none
   */
  readonly faults?: readonly NodeFault[];
  /**
   * Seconds that the user data has, less than its limit: by the instance's own clock the boot before it took the others.
   *
   * @default - the limit of the user data, less the boot before it
   */
  readonly secondsLeft?: number;
}

/** What can be asked of a running lab, by name; one request, one answer. */
export interface LabActions {
  status: { readonly input: Record<string, never>; readonly output: LabStatus };
  /** Launches an instance. */
  launch: { readonly input: LaunchInput; readonly output: InstanceStatus };
  run: {
    readonly input: { readonly instance: string; readonly command: string; readonly seconds: number };
    readonly output: CommandOutcome;
  };
  powerOff: { readonly input: { readonly instance: string }; readonly output: InstanceStatus };
  powerOn: { readonly input: { readonly instance: string }; readonly output: InstanceStatus };
  /** Takes an instance from behind the balancer and terminates it. */
  terminate: { readonly input: { readonly instance: string }; readonly output: InstanceStatus };
  /** One request to an instance, from the balancer's address. */
  request: {
    readonly input: {
      readonly instance: string;
      readonly method: string;
      readonly path: string;
      readonly headers: OutgoingHttpHeaders;
      readonly base64: string;
    };
    /** The status is 0 when nobody answered. */
    readonly output: { readonly status: number; readonly headers: IncomingHttpHeaders; readonly base64: string };
  };
  failOver: { readonly input: Record<string, never>; readonly output: { readonly seconds: number } };
  restoreStandby: { readonly input: Record<string, never>; readonly output: Record<string, never> };
  /** Makes the file system late by so many milliseconds for each part of what clients send; 0 ends that. */
  slowFiles: { readonly input: { readonly milliseconds: number }; readonly output: Record<string, never> };
  query: { readonly input: { readonly sql: string }; readonly output: { readonly text: string } };
  put: {
    readonly input: { readonly bucket: string; readonly key: string; readonly base64: string };
    readonly output: Record<string, never>;
  };
  /** Brings a fault about for every instance, those to come included. */
  fail: { readonly input: { readonly fault: string }; readonly output: { readonly faults: readonly NodeFault[] } };
  /** Takes a fault back, or all of them. */
  heal: { readonly input: { readonly fault?: string }; readonly output: { readonly faults: readonly NodeFault[] } };
}

export type LabAction = keyof LabActions;

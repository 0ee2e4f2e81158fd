import { availableParallelism, freemem } from 'node:os';

/** What a machine has for work that is to begin now. */
export interface Machine {
  /** Processors that this process may use. */
  readonly processors: number;
  /** Memory that is free for it, in MB. */
  readonly memoryMB: number;
}

/**
 * Memory in MB of a plan of a stack with resources in two regions: Terraform with 360 MB and two provider processes, measured at
 * 1240 MB together.
 */
export const PLAN_MEMORY_MB = 1250;

/** This machine, within the limits of the container that it may be. */
export function thisMachine(): Machine {
  // Node 20.9 to 20.12 cannot tell the limits of a container
  const available = (process.availableMemory as (() => number) | undefined)?.() ?? freemem();
  return { processors: availableParallelism(), memoryMB: Math.floor(available / 2 ** 20) };
}

/** How many plans a machine can make at the same time: one a processor, and no more than its memory holds; at least one. */
export function plansAtOnce({ processors, memoryMB }: Machine): number {
  return Math.max(1, Math.min(processors, Math.floor(memoryMB / PLAN_MEMORY_MB)));
}

/** A property of the running site that the lab asserts, such as that both nodes become healthy. */
export interface ScenarioResult {
  /** Name under which it is asked for, such as `upload-shared`. */
  readonly name: string;
  /** What was to be shown, as a fact, such as `an upload on one node is served by the other`. */
  readonly summary: string;
  readonly passed: boolean;
  /** The figure measured; null when the scenario has none or did not get that far. */
  readonly figure: number | null;
  readonly unit: Unit | null;
  /** One line: how it went, or why it failed. */
  readonly detail: string;
}

/** What figures are measured in. */
export const UNITS = ['s', 'ms', 'requests', 'bytes', 'rows', 'runs'] as const;

/** Unit of a figure. */
export type Unit = (typeof UNITS)[number];

/** What a fault must lead to: the node stays out of service and says why, or the site goes on. */
export type FaultOutcome = 'out-of-service' | 'survived';

/** A fault that was brought about, and whether what had to happen did. */
export interface FaultResult extends ScenarioResult {
  readonly expected: FaultOutcome;
  /** The line of the node's log that says why; null when it says nothing or need not. */
  readonly logLine: string | null;
}

/** What a lab has shown. */
export interface LabReport {
  readonly environment: string;
  /** When the lab was started, in ISO 8601. */
  readonly startedAt: string;
  readonly machine: { readonly cpus: number; readonly memoryGiB: number; readonly kernel: string };
  /** Seconds from power-on to healthy, by kind of image. */
  readonly bootSeconds: { readonly stock: number | null; readonly prepared: number | null };
  readonly scenarios: readonly ScenarioResult[];
  readonly faults: readonly FaultResult[];
  /** What of the stacks the lab does not show, each with the reason. */
  readonly notShown: readonly string[];
}

/** Whether everything that was tried came out as it must. */
export function reportPassed({ scenarios, faults }: LabReport): boolean {
  const all = [...scenarios, ...faults];
  return all.length > 0 && all.every(({ passed }) => passed);
}

import type { AlarmHealth } from './alarm-health';
import type { FailingCheck } from './failing-checks';

/** How a stack is beyond drift; no part of it is a finding or counts in the exit code. */
export interface StackHealth {
  /** Conditions of the configuration that do not hold. */
  readonly checks: readonly FailingCheck[];
  /** States of the alarms of the stack; absent where CloudWatch could not be asked. */
  readonly alarms?: AlarmHealth;
}

import type { FailingCheck } from '../health/failing-checks';
import type { DriftDocument } from './document';

/** What stands above failing checks and alarms. */
export const HEALTH_HEADING = 'failing checks and alarms, which are no drift';

/** One thing that is not well. */
export interface HealthNote {
  readonly stack: string;
  readonly address: string;
  /** Goes on from the address: `fails: ...`, `is in alarm since ...`. */
  readonly text: string;
}

const VERDICTS: Readonly<Record<FailingCheck['status'], string>> = { fail: 'fails', error: 'could not be evaluated' };

/** What is not well, in words: checks before alarms, stack by stack. */
export function healthNotes({ stacks }: Pick<DriftDocument, 'stacks'>): readonly HealthNote[] {
  return stacks.flatMap(({ stack, health: { checks, alarms } }) => [
    ...checks.map(({ address, status, problems }) => {
      return { stack, address, text: withReason(VERDICTS[status], problems.join('; ')) };
    }),
    ...(alarms?.inAlarm ?? []).map(({ address, since, reason = '' }) => {
      return { stack, address, text: withReason(`is in alarm${since === undefined ? '' : ` since ${since}`}`, reason) };
    }),
  ]);
}

/** How many alarms are in which state; undefined where there are none. */
export function alarmText({ stacks }: Pick<DriftDocument, 'stacks'>): string | undefined {
  const all = stacks.flatMap(({ health }) => health.alarms ?? []);
  const sum = (number: (alarms: (typeof all)[number]) => number): number =>
    all.reduce((total, alarms) => total + number(alarms), 0);
  const inAlarm = sum((alarms) => alarms.inAlarm.length);
  const insufficient = sum(({ insufficientData }) => insufficientData);
  const ok = sum((alarms) => alarms.ok);
  const unknown = sum((alarms) => alarms.unknown);
  const number = inAlarm + insufficient + ok + unknown;
  if (number === 0) return undefined;
  const lost = unknown === 0 ? '' : `, ${unknown} in a state that CloudWatch does not tell`;
  return (
    `${number} ${number === 1 ? 'alarm' : 'alarms'}: ` +
    `${inAlarm} in alarm, ${insufficient} without enough data, ${ok} OK${lost}`
  );
}

function withReason(text: string, reason: string): string {
  return reason === '' ? text : `${text}: ${reason}`;
}

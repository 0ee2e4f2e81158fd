import type { StepTime } from './demo-run';

/** What the demo found out. */
export interface DemoOutcome {
  readonly environment: string;
  readonly applied: number;
  /** Changes in the plan right after the apply. */
  readonly toChange: number;
  readonly drifted: number;
  readonly repaired: boolean;
  /** Undefined when the sandbox was kept. */
  readonly left: number | undefined;
  readonly times: readonly StepTime[];
  /** What the emulator cannot do. */
  readonly exclusions: readonly string[];
}

/** The last words of the demo: times, what was not shown, and one line that sums up. */
export function renderSummary({ environment, times, exclusions, ...outcome }: DemoOutcome): string {
  const { applied, toChange, drifted, repaired, left } = outcome;
  const width = Math.max(...times.map(({ title }) => title.length));
  const total = times.reduce((sum, { seconds }) => sum + seconds, 0);
  const counts = [
    `${applied} resources applied`,
    `${toChange} to change`,
    `${drifted} drift found${repaired ? ' and repaired' : ', not repaired'}`,
    left === undefined ? 'kept' : `${left} left`,
  ];
  return [
    'time',
    ...times.map(({ title, seconds }) => `  ${title.padEnd(width)} ${clock(seconds)}`),
    `  ${'total'.padEnd(width)} ${clock(total)}`,
    '',
    'this shows that everything is wired and that the real provider accepts it, not how AWS behaves; not shown:',
    ...exclusions.map((line) => `  ${line}`),
    '',
    `${environment}: ${counts.join(', ')}`,
  ].join('\n');
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${String(Math.floor(whole / 60)).padStart(3)}:${String(whole % 60).padStart(2, '0')}`;
}

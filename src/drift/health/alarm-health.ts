import { isMarked } from '../compare/attribute-path';
import type { LiveResource } from '../plan/plan-reader';

/** What CloudWatch says of one alarm. */
export interface AlarmState {
  readonly name: string;
  /** `OK`, `ALARM` or `INSUFFICIENT_DATA`. */
  readonly state: string;
  /** ISO 8601. */
  readonly since?: string;
  readonly reason?: string;
}

/** One question to CloudWatch: at most 100 alarms of a region. */
export interface AlarmQuestion {
  /** Undefined where the plan does not tell it: then the region of the environment. */
  readonly region: string | undefined;
  readonly names: readonly string[];
}

/** Asks CloudWatch; only reads. */
export interface AlarmReader {
  /** @throws UserError when CloudWatch refuses or cannot be reached */
  read(question: AlarmQuestion): Promise<readonly AlarmState[]>;
}

/** An alarm among the resources of a stack. */
export interface LiveAlarm {
  readonly address: string;
  readonly name: string;
  readonly region: string | undefined;
  /** Whether Terraform marks something of it sensitive, which the reason of a state may hold. */
  readonly sensitive: boolean;
}

/** An alarm whose condition holds. */
export interface AlarmInAlarm {
  readonly address: string;
  /** ISO 8601. */
  readonly since?: string;
  /** CloudWatch's words; left out where Terraform marks something of the alarm sensitive. */
  readonly reason?: string;
}

/** The alarms of a stack by state. */
export interface AlarmHealth {
  readonly inAlarm: readonly AlarmInAlarm[];
  readonly insufficientData: number;
  readonly ok: number;
  /** Alarms that CloudWatch tells no state of. */
  readonly unknown: number;
}

const ALARM_TYPES = ['aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm'];
/** DescribeAlarms takes no more names. */
const MOST_NAMES = 100;

/** The alarms among resources, by address. */
export function liveAlarms(resources: readonly LiveResource[]): readonly LiveAlarm[] {
  return resources
    .filter(({ type }) => ALARM_TYPES.includes(type))
    .flatMap(({ address, values, sensitive }) => {
      const { alarm_name: name, arn } = values;
      if (typeof name !== 'string' || name === '') return [];
      const region = typeof arn === 'string' ? arn.split(':')[3] : undefined;
      return [{ address, name, region: region || undefined, sensitive: isMarked(sensitive, []) }];
    })
    .toSorted((left, right) => (left.address < right.address ? -1 : 1));
}

/** Asks for the states of alarms, each once. */
export async function alarmHealth(alarms: readonly LiveAlarm[], reader: AlarmReader): Promise<AlarmHealth> {
  const answers = await Promise.all(
    alarmQuestions(alarms).map(async (question) => {
      const states = await reader.read(question);
      return states.map((state) => [keyOf({ region: question.region, name: state.name }), state] as const);
    }),
  );
  const states = new Map(answers.flat());
  const stateOf = (alarm: LiveAlarm): AlarmState | undefined => states.get(keyOf(alarm));
  const number = (state: string): number => alarms.filter((alarm) => stateOf(alarm)?.state === state).length;
  const inAlarm = alarms.flatMap((alarm) => told(alarm, stateOf(alarm)));
  const [ok, insufficientData] = [number('OK'), number('INSUFFICIENT_DATA')];
  return { inAlarm, insufficientData, ok, unknown: alarms.length - inAlarm.length - insufficientData - ok };
}

function alarmQuestions(alarms: readonly LiveAlarm[]): readonly AlarmQuestion[] {
  return [...new Set(alarms.map(({ region }) => region))].flatMap((region) => {
    const names = [...new Set(alarms.filter((alarm) => alarm.region === region).map(({ name }) => name))];
    const parts = Array.from({ length: Math.ceil(names.length / MOST_NAMES) }, (_, part) => part * MOST_NAMES);
    return parts.map((start) => ({ region, names: names.slice(start, start + MOST_NAMES) }));
  });
}

function told({ address, sensitive }: LiveAlarm, state: AlarmState | undefined): readonly AlarmInAlarm[] {
  if (state?.state !== 'ALARM') return [];
  const { since, reason } = state;
  const shown = reason === undefined || sensitive ? {} : { reason };
  return [{ address, ...(since === undefined ? {} : { since }), ...shown }];
}

function keyOf({ region = '', name }: Pick<LiveAlarm, 'region' | 'name'>): string {
  return `${region} ${name}`;
}

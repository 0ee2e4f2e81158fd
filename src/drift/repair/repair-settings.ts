import { UserError } from '../../core/errors';
import { isObject, objectOf } from '../../terraform/json';

/** What may be repaired without a person: nothing unless it is named. */
export interface RepairSettings {
  /** Types and attributes that may be put back, `aws_cloudwatch_metric_alarm` or `*.tags`; empty repairs nothing. */
  readonly allow: readonly string[];
  /** Most resources of a stack in one run; where more drifted, none is repaired. */
  readonly most: number;
  /** Times in which nothing is repaired. */
  readonly freeze: readonly Freeze[];
}

/** A time in which nothing is repaired, from the first moment to before the last; ISO 8601. */
export interface Freeze {
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** Repairs nothing. */
export const NO_REPAIR: RepairSettings = { allow: [], most: 5, freeze: [] };

/**
 * Reads the member `repair` of a `drift.json`.
 *
 * @param file what messages call it
 * @throws UserError that names every problem
 */
export function readRepairSettings(content: unknown, file: string): RepairSettings {
  const given = objectOf(content)['repair'];
  if (given === undefined) return NO_REPAIR;
  const { allow = [], most = NO_REPAIR.most, freeze = [], ...strange } = objectOf(given);
  const problems = [
    ...(isObject(given) ? [] : ["'repair' must be an object"]),
    ...Object.keys(strange).map((name) => `'${name}' is not known; known: allow, most, freeze`),
    ...(isListOf(allow, (each) => typeof each === 'string' && ALLOWED.test(each))
      ? []
      : [`'allow' must list types or '<type>.<attribute>' with '*' for every type, got ${JSON.stringify(allow)}`]),
    ...(typeof most === 'number' && Number.isInteger(most) && most > 0
      ? []
      : [`'most' must be a whole number above 0, got ${JSON.stringify(most)}`]),
    ...(isListOf(freeze, isFreeze)
      ? []
      : [
          `'freeze' must list objects with 'from' before 'until', moments in ISO 8601, and a 'reason', got ${JSON.stringify(freeze)}`,
        ]),
  ];
  if (problems.length > 0) throw new UserError(problems.map((problem) => `repair in '${file}': ${problem}`).join('\n'));
  return { allow, most, freeze } as RepairSettings;
}

/** `aws_sns_topic`, `aws_sns_topic.tags`, `*.tags`; never `*` alone. */
const ALLOWED = /^(?:aws_\w+(?:\.\w+)?|\*\.\w+)$/;

function isListOf(value: unknown, holds: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds);
}

function isFreeze(value: unknown): boolean {
  const { from, until, reason } = objectOf(value);
  return (
    typeof from === 'string' &&
    typeof until === 'string' &&
    typeof reason === 'string' &&
    Date.parse(from) < Date.parse(until)
  );
}

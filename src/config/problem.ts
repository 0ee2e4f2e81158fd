import { UserError } from '../core/errors';
import { printed } from './printed';

/** One rule that an environment breaks. */
export interface Problem {
  /** Path of the field, such as `fleet.schedules[0].minSize`. */
  readonly field: string;
  /** The rule, starting with `must`. */
  readonly rule: string;
  /** The value got, printed on one line; `nothing` when it is missing. */
  readonly value: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A problem with a value as it was found. */
export function problem(field: string, rule: string, value: unknown, fix: string): Problem {
  return { field, rule, value: printed(value), fix };
}

/** A problem as one sentence. */
export function problemLine({ field, rule, value, fix }: Problem): string {
  return `'${field}' ${rule}, got ${value}; ${fix}`;
}

/** An environment breaks rules; the message has one line for each, starting with the environment's name. */
export class ConfigurationError extends UserError {
  override readonly name = 'ConfigurationError';

  constructor(
    environment: string,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map((each) => `${environment}: ${problemLine(each)}`).join('\n'));
  }
}

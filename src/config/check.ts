import type { Environment } from './environment';
import { problem, type Problem } from './problem';

/** Yields the problems that one rule finds in an environment whose shape is right; `now` is when it is checked. */
export type Check = (environment: Environment, now: Date) => Iterable<Problem>;

/** A range of numbers with its unit. */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** Written behind the numbers, such as ` GiB`. */
  readonly unit: string;
}

/** A number must lie in a range. */
export function* within(field: string, value: number, { min, max, unit }: Range): Iterable<Problem> {
  if (value >= min && value <= max) return;
  yield problem(
    field,
    `must be ${min} to ${max}${unit}`,
    value,
    value < min ? `use at least ${min}` : `use at most ${max}`,
  );
}

/** Text must have a form; `fix` says what the form is. */
export function* matching(field: string, value: string, form: RegExp, rule: string, fix: string): Iterable<Problem> {
  if (!form.test(value)) yield problem(field, rule, value, fix);
}

/** The items of a list must differ; `identity` is what makes two the same. */
export function* distinct(
  field: (index: number) => string,
  values: readonly string[],
  fix: string,
  identity: (value: string) => string = (value) => value,
): Iterable<Problem> {
  const identities = values.map(identity);
  for (const [index, value] of values.entries()) {
    const first = identities.indexOf(identity(value));
    if (first < index) yield problem(field(index), `must differ from '${field(first)}'`, value, fix);
  }
}

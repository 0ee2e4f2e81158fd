import type { Path, Readable } from '../model/block';
import type { Attached } from '../model/resource-graph';
import type { Resource } from '../model/resource';
import type { Value } from '../model/value';
import { fail, pass, unknown, type Verdict, type VerdictDetail } from './verdict';

/** What the provider does when nobody sets an attribute, and what the verdict is about. */
export interface Expectation extends VerdictDetail {
  /** Whether leaving it out is as good as setting it right. */
  readonly unset?: 'pass' | 'fail';
  /**
   * What is wrong.
   *
   * @default - told from the attribute and its value
   */
  readonly message?: string;
}

/** The attribute must be true. */
export function expectTrue(settings: Readable, path: Path, options: Expectation = {}): Verdict {
  return expectValue(settings, path, (value) => value.is(true), { wanted: 'true', ...options });
}

/** The attribute must not be true; leaving it out is right unless told otherwise. */
export function expectFalse(settings: Readable, path: Path, options: Expectation = {}): Verdict {
  return expectValue(settings, path, (value) => value.is(false), { wanted: 'false', unset: 'pass', ...options });
}

/** The attribute must be one of these. */
export function expectOneOf(
  settings: Readable,
  path: Path,
  wanted: readonly (string | number)[],
  options: Expectation = {},
): Verdict {
  return expectValue(settings, path, (value) => value.is(...wanted), { wanted: wanted.join(' or '), ...options });
}

/** The attribute must be a number of at least this. */
export function expectAtLeast(settings: Readable, path: Path, least: number, options: Expectation = {}): Verdict {
  const holds = ({ number }: Value): boolean => number !== undefined && number >= least;
  return expectValue(settings, path, holds, { wanted: `at least ${least}`, ...options });
}

/** The attribute must be set, to whatever: a reference and a sensitive value are enough. */
export function expectSet(settings: Readable, path: Path, options: Expectation = {}): Verdict {
  const { message = `'${settings.pathOf(path)}' is not set`, ...detail } = options;
  return settings.get(path).isSet ? pass() : fail([settings, path], message, detail);
}

/** The attribute must be known and hold; what is not known is `unknown`. */
export function expectValue(
  settings: Readable,
  path: Path,
  holds: (value: Value) => boolean,
  options: Expectation & { readonly wanted: string },
): Verdict {
  const value = settings.get(path);
  if (value.isUnset && options.unset === 'pass') return pass();
  if (value.isUnclear) return unknown([settings, path], undefined, options);
  if (value.isKnown && holds(value)) return pass();
  const name = settings.pathOf(path);
  const told = value.isUnset
    ? `'${name}' is not set and must be ${options.wanted}`
    : `'${name}' must be ${options.wanted}, got ${value.describe()}`;
  return fail([settings, path], options.message ?? told, options);
}

/** Something must be attached; when something may be, nobody can tell. */
export function expectAttached(resource: Resource, { found, unclear }: Attached, missing: string): Verdict {
  if (found.length > 0) return pass();
  const [candidate] = unclear;
  if (candidate === undefined) return fail([resource, []], missing, { part: 'missing' });
  const reason = `${missing}, unless ${candidate.address} is it: what that belongs to is not known yet`;
  return unknown([resource, []], reason, { part: 'missing' });
}

/** The first verdict that is no pass, else a pass: for conditions of which the later need the earlier. */
export function firstOf(...verdicts: readonly (() => Verdict)[]): Verdict {
  for (const judge of verdicts) {
    const verdict = judge();
    if (verdict.kind !== 'pass') return verdict;
  }
  return pass();
}

import { checks } from './checks';
import { parseDay } from './dates';
import type { Environment } from './environment';
import { deepFreeze, plainCopy } from './plain-copy';
import { ConfigurationError, problem, problemLine, type Problem } from './problem';
import { checkShape } from './shape';
import { onSoundParts } from './sound-parts';

/** How an environment is checked. */
export interface DefineEnvironmentOptions {
  /**
   * Day that dates are compared with, `YYYY-MM-DD` in UTC.
   *
   * @default - the present moment
   */
  readonly today?: string;
}

/**
 * Checks an environment and returns it, frozen.
 *
 * Shape comes first (types, missing and unknown fields), then meaning, as far as the shape of the parts concerned is
 * right: ranges, formats, AWS's limits and what production demands.
 *
 * @throws ConfigurationError with every problem, and nothing else whatever is passed
 */
export function defineEnvironment(environment: Environment, options: DefineEnvironmentOptions = {}): Environment {
  const now = moment(options.today);
  const copy = readOnce(environment);
  const { problems: misshapen, broken } = checkShape(copy);
  const problems = [...misshapen, ...(broken.has('') ? [] : meaningless(copy as Environment, broken, now))];
  if (problems.length > 0) throw new ConfigurationError(labelOf(copy), withoutRepeats(problems));
  return deepFreeze(copy as Environment);
}

function meaningless(environment: Environment, broken: ReadonlySet<string>, now: Date): Problem[] {
  return checks.flatMap((check) => [...onSoundParts(environment, broken, (view) => check(view, now))]);
}

function moment(today: string | undefined): Date {
  if (today === undefined) return new Date();
  const day = parseDay(today);
  if (day !== undefined) return day;
  throw new ConfigurationError('options', [problem('today', 'must be a day', today, `write it like '2026-11-21'`)]);
}

/** A plain copy; what can't even be read (a getter that throws, nesting without end) is a problem like others. */
function readOnce(environment: unknown): unknown {
  try {
    return plainCopy(environment);
  } catch {
    const found = Symbol('an object that fails when read');
    throw new ConfigurationError('environment', [
      problem('environment', 'must be plain data', found, 'write plain values'),
    ]);
  }
}

function labelOf(environment: unknown): string {
  const name = (environment as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' && /^[\w-]{1,40}$/.test(name) ? name : 'environment';
}

function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [problemLine(each), each])).values()];
}

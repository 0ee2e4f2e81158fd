import type { Path, Readable } from '../model/block';
import type { Resource } from '../model/resource';

/** What a rule finds about one resource; a rule may answer several, each about another part. */
export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'not applicable' }
  | ({ readonly kind: 'fail'; readonly message: string } & Place)
  | ({ readonly kind: 'unknown'; readonly message: string } & Place);

/** What exactly a verdict is about. */
interface Place {
  /** Path of the attribute, as people read it. */
  readonly attribute: string;
  /** Tells findings of one rule on one resource apart; part of the finding's key, so it must stay the same. */
  readonly part: string;
  /** Resource at fault where it is not the one that is judged. */
  readonly resource?: Resource;
}

/** What a verdict may add. */
export interface VerdictDetail {
  /**
   * Which of several findings on one resource this is: a port, an action, a statement.
   *
   * @default - the attribute
   */
  readonly part?: string;
  /**
   * Resource at fault.
   *
   * @default - the one that is judged
   */
  readonly resource?: Resource;
}

/** Something with settings, and where in it to look. */
export type Where = readonly [settings: Readable, path: Path];

/** The rule holds. */
export function pass(): Verdict {
  return { kind: 'pass' };
}

/** The rule says nothing about this resource. */
export function notApplicable(): Verdict {
  return { kind: 'not applicable' };
}

/** The rule is broken. The message says what is wrong, in a sentence without a full stop, and names no secret. */
export function fail([settings, path]: Where, message: string, detail: VerdictDetail = {}): Verdict {
  return { kind: 'fail', message, ...placeOf(settings.pathOf(path), detail) };
}

/** Nobody can tell yet. The reason says what is not known. */
export function unknown([settings, path]: Where, reason?: string, detail: VerdictDetail = {}): Verdict {
  const message = reason ?? `'${settings.pathOf(path)}' is ${settings.get(path).describe()}`;
  return { kind: 'unknown', message, ...placeOf(settings.pathOf(path), detail) };
}

function placeOf(attribute: string, { part = attribute, resource }: VerdictDetail): Place {
  return { attribute, part, ...(resource === undefined ? {} : { resource }) };
}

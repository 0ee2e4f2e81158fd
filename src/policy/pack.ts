import { UserError } from '../core/errors';
import { rank, type PackName, type Rule, type Severity } from './rule/rule';

/** A set of rules that is checked together. */
export interface Pack {
  readonly name: PackName;
  readonly summary: string;
  /** Packs whose rules it holds. */
  readonly holds: readonly PackName[];
  /** Mildest severity that makes a check fail. */
  readonly threshold: Severity;
}

/** Every pack, by the names that `--pack` takes. */
export const PACKS: readonly Pack[] = [
  {
    name: 'baseline',
    summary: 'what every environment needs: nothing public, everything encrypted, no excess of rights',
    holds: ['baseline'],
    threshold: 'medium',
  },
  {
    name: 'production',
    summary: 'the baseline, and what protects data and keeps a site up when a zone fails',
    holds: ['baseline', 'production'],
    threshold: 'low',
  },
  {
    name: 'wordpress',
    summary: 'what is particular to a WordPress site',
    holds: ['wordpress'],
    threshold: 'medium',
  },
];

/** Rules to check, and the mildest severity that counts. */
export interface Selection {
  readonly packs: readonly PackName[];
  readonly rules: readonly Rule[];
  readonly threshold: Severity;
}

/**
 * The rules of some packs; the strictest of their thresholds holds for all.
 *
 * @throws UserError when a pack is unknown
 */
export function selectRules(rules: readonly Rule[], names: readonly string[]): Selection {
  const chosen = packsNamed(names);
  const held = chosen.flatMap(({ holds }) => holds);
  const [strictest] = chosen.map(({ threshold }) => threshold).toSorted((left, right) => rank(left) - rank(right));
  return {
    packs: chosen.map(({ name }) => name),
    rules: rules.filter(({ pack }) => held.includes(pack)),
    threshold: strictest ?? 'low',
  };
}

/** @throws UserError when a pack is unknown */
export function packsNamed(names: readonly string[]): readonly Pack[] {
  const unknown = names.find((name) => !PACKS.some((pack) => pack.name === name));
  if (unknown !== undefined) {
    throw new UserError(`'--pack' must be one of ${PACKS.map(({ name }) => name).join(', ')}, got '${unknown}'`);
  }
  return PACKS.filter(({ name }) => names.includes(name));
}

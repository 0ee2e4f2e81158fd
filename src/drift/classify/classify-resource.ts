import { changedPaths } from '../compare/attribute-diff';
import { contains, isMarked, renderPath, valueAt, type AttributePath } from '../compare/attribute-path';
import { canonical } from '../compare/canonical';
import type { Difference } from '../difference';
import { expectedChange, type ExpectedChange } from './expected-changes';
import type { FindingClass, PlannedAction } from '../finding';
import { findingAttributes } from '../finding-attributes';
import { isVolatile } from '../compare/known-noise';
import type { Change } from '../plan/plan-reader';
import { plannedAction } from '../plan/planned-action';
import type { ResourceConfiguration } from '../plan/stack-configuration';
import { isObject } from '../../terraform/json';

/** One resource in a plan, seen from both lists of it. */
export interface ResourceJoin {
  readonly drift: Change | undefined;
  readonly change: Change | undefined;
  readonly configuration: ResourceConfiguration;
  /** Whether another part of the analysis judges the attribute. */
  readonly judgedElsewhere: (attribute: string) => boolean;
}

/** What one resource yields. */
export interface Classified {
  readonly differences: readonly Difference[];
  /** Changes that AWS makes by itself, within what is configured. */
  readonly expected: readonly ExpectedChange[];
  /** Differences without a meaning. */
  readonly noise: number;
}

type Verdict = Extract<FindingClass, 'revertable' | 'accepted' | 'observed'> | 'noise';

/** Joins what changed outside Terraform with what the next apply would do, attribute by attribute. */
export function classifyResource(join: ResourceJoin, withValues: boolean): Classified {
  const { drift, change } = join;
  const action = change === undefined ? 'none' : plannedAction(change.actions);
  if (drift?.actions.includes('delete')) return { differences: [deleted(drift, action)], expected: [], noise: 0 };
  const outside = driftDifferences(join, action, withValues);
  const pending = pendingDifferences(join, action, outside.differences, withValues);
  const nothing = outside.differences.length + outside.expected.length + pending.length === 0;
  const unexplained = nothing && outside.noise === 0 && action !== 'none' ? 1 : 0;
  return { ...outside, differences: [...outside.differences, ...pending], noise: outside.noise + unexplained };
}

function deleted({ address, type, before, beforeSensitive }: Change, action: PlannedAction): Difference {
  const detail =
    action === 'create' ? 'deleted outside terraform' : 'deleted outside terraform and not configured any more';
  const values = {
    before: isObject(before) ? before : null,
    after: null,
    complete: true,
    sensitive: [beforeSensitive],
  };
  return { class: 'deleted', address, type, action, attributes: [], paths: [], detail, ...values };
}

function driftDifferences(join: ResourceJoin, action: PlannedAction, withValues: boolean): Classified {
  const { drift } = join;
  if (drift === undefined) return { differences: [], expected: [], noise: 0 };
  const byVerdict = new Map<Verdict, AttributePath[]>();
  const expected: ExpectedChange[] = [];
  for (const path of changedPaths(drift.before, drift.after)) {
    if (join.judgedElsewhere(String(path[0]))) continue;
    const verdict = judge(path, join, action);
    const cause = verdict === 'accepted' || verdict === 'observed' ? expectedChange(drift, path) : undefined;
    if (cause === undefined) byVerdict.set(verdict, [...(byVerdict.get(verdict) ?? []), path]);
    else expected.push({ address: drift.address, attribute: renderPath(path), ...cause });
  }
  const sides = sidesOf(drift.before, drift.after, join);
  const differences = (['revertable', 'accepted', 'observed'] as const).flatMap((verdict): Difference[] => {
    const paths = byVerdict.get(verdict) ?? [];
    const attributes = findingAttributes(paths, sides, withValues);
    const { address, type } = drift;
    const doing = verdict === 'revertable' ? action : 'none';
    return paths.length === 0 ? [] : [{ class: verdict, address, type, action: doing, attributes, paths, ...sides }];
  });
  const noise = byVerdict.get('noise')?.length ?? (differences.length + expected.length === 0 ? 1 : 0);
  return { differences, expected, noise };
}

function judge(path: AttributePath, join: ResourceJoin, action: PlannedAction): Verdict {
  const { drift, change, configuration } = join;
  if (action === 'destroy' || action === 'forget') return 'noise';
  if (changesAt(path, change)) return 'revertable';
  if (isVolatile(drift?.type ?? '', String(path[0]))) return 'noise';
  if (configuration.ignores(path)) return 'accepted';
  const before = valueAt(drift?.before, path);
  // a list that is configured and that the provider leaves alone means what the configuration says
  if (configuration.sets(path)) return typeof before === 'object' && before !== null ? 'noise' : 'observed';
  return canonical(before) === '' ? 'noise' : 'observed';
}

/** Whether the next apply changes the value at a path, be it to one that is not known yet. */
function changesAt(path: AttributePath, change: Change | undefined): boolean {
  if (change === undefined || plannedAction(change.actions) === 'none') return false;
  if (isMarked(change.afterUnknown, path)) return true;
  return changedPaths(change.before, change.after).some((other) => contains(other, path) || contains(path, other));
}

function pendingDifferences(
  join: ResourceJoin,
  action: PlannedAction,
  outside: readonly Difference[],
  withValues: boolean,
): Difference[] {
  const { change } = join;
  if (change === undefined || action === 'none') return [];
  const { address, type } = change;
  const sides = sidesOf(lastApplied(join), change.after, join);
  if (action !== 'update' && action !== 'replace') {
    return [{ class: 'pending', address, type, action, attributes: [], paths: [], ...sides }];
  }
  const paths = pendingPaths(join, change);
  const repair = outside.some((difference) => difference.class === 'revertable');
  if (paths.length === 0 && (action === 'update' || repair)) return [];
  return [
    {
      class: 'pending',
      address,
      type,
      action,
      attributes: findingAttributes(paths, sides, withValues),
      paths,
      ...sides,
    },
  ];
}

/** Where the configuration wants something other than what the last apply left. */
function pendingPaths(join: ResourceJoin, change: Change): readonly AttributePath[] {
  const applied = lastApplied(join);
  return changedPaths(change.before, change.after).filter((path) => {
    if (isMarked(change.afterUnknown, path)) return join.configuration.sets(path);
    const name = String(path.at(-1));
    const wanted = valueAt(change.after, path) ?? null;
    // the provider keeps what nobody set as 0 or false
    const inBlock = path.length > 1 || wanted === null;
    return canonical(valueAt(applied, path), name, inBlock) !== canonical(wanted, name, inBlock);
  });
}

function lastApplied({ drift, change }: ResourceJoin): unknown {
  return drift === undefined ? change?.before : drift.before;
}

function sidesOf(
  before: unknown,
  after: unknown,
  join: ResourceJoin,
): Pick<Difference, 'before' | 'after' | 'complete' | 'sensitive'> {
  return {
    before: isObject(before) ? before : null,
    after: isObject(after) ? after : null,
    complete: true,
    sensitive: marksOf(join),
  };
}

function marksOf({ drift, change }: ResourceJoin): readonly unknown[] {
  return [drift, change].flatMap((side) => (side === undefined ? [] : [side.beforeSensitive, side.afterSensitive]));
}

import type { Difference } from './difference';
import type { DriftOptions } from './drift-report';
import { DRIFT_CLASSES, type Finding } from './finding';
import { contentOf, digestOf, fingerprintOf } from './fingerprint';
import type { IgnoreList } from './ignore/ignore-list';
import type { Consequence, DriftJudge } from './judge';
import { mergeMarks } from './attribute-path';
import { nextStepsOf } from './next-steps/next-steps';
import type { StackPlace } from './next-steps/stack-place';
import { severityByKind, severityRank, worstSeverity } from './severity';

/** The differences of one stack, and what is needed to judge them. */
export interface StackDifferences {
  readonly stack: string;
  readonly place?: StackPlace | undefined;
  readonly differences: readonly Difference[];
}

/** What became of the differences of one stack. */
export interface StackFindings {
  readonly findings: readonly Finding[];
  readonly ignored: readonly Finding[];
}

type Judging = Pick<DriftOptions, 'judge' | 'threshold'>;

/** Makes findings of differences: what follows from them, how bad that is, who accepts it, and what to do. */
export function judgeDifferences(
  stacks: readonly StackDifferences[],
  ignore: IgnoreList,
  { judge, threshold = 'info' }: Judging,
): readonly StackFindings[] {
  const consequences = consequencesOf(stacks, judge);
  return stacks.map(({ stack, place, differences }) => {
    const parts = differences.flatMap((difference) => {
      const following = consequences.get(difference) ?? [];
      const kinds = { ...difference, attributes: difference.paths.map(([name]) => String(name)) };
      const severity = worstSeverity([severityByKind(kinds), ...following.map((each) => each.severity)]);
      return ignore.split(stack, difference, severity).map(({ part, ignoredBy }): Finding => {
        const bad = DRIFT_CLASSES.includes(part.class) || following.length > 0;
        const alarming = ignoredBy === undefined && bad && severityRank(severity) >= severityRank(threshold);
        return {
          ...shown(part),
          ...{ severity, alarming, consequences: following },
          ...{ fingerprint: fingerprintOf(stack, part), content: contentOf(part) },
          nextSteps: place === undefined ? [] : nextStepsOf(part, place),
          ...(ignoredBy === undefined ? {} : { ignoredBy }),
        };
      });
    });
    return {
      findings: parts.filter(({ ignoredBy }) => ignoredBy === undefined),
      ignored: parts.filter(({ ignoredBy }) => ignoredBy !== undefined),
    };
  });
}

function consequencesOf(
  stacks: readonly StackDifferences[],
  judge: DriftJudge | undefined,
): ReadonlyMap<Difference, readonly Consequence[]> {
  const changed = stacks.flatMap(({ stack, differences }) =>
    differences.filter(({ class: kind }) => kind !== 'pending').map((difference) => ({ stack, difference })),
  );
  if (judge === undefined || changed.length === 0) return new Map();
  const answers = judge(
    changed.map(({ stack, difference: { address, type, object, before, after, sensitive } }) => ({
      ...{ stack, before, after, sensitive: mergeMarks(sensitive) },
      address: object === undefined ? address : `${object.type}.stray_${digestOf(address, object.id)}`,
      type: object?.type ?? type,
    })),
  );
  return new Map(changed.map(({ difference }, position) => [difference, answers[position] ?? []]));
}

/** Only what may be printed. */
function shown({
  class: kind,
  address,
  type,
  action,
  attributes,
  detail,
  object,
}: Difference): Pick<Finding, 'class' | 'address' | 'type' | 'action' | 'attributes' | 'detail' | 'object'> {
  return {
    ...{ class: kind, address, type, action, attributes },
    ...(detail === undefined ? {} : { detail }),
    ...(object === undefined ? {} : { object }),
  };
}

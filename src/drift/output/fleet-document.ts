import { countByClass, driftExitCode, type ClassCounts } from '../drift-report';
import type { IgnoreProblem } from '../ignore/ignore-list';
import { DRIFT_SEVERITIES, type DriftSeverity } from '../severity';
import { severityCounts, type DriftDocument } from './document';

/** How a check ends. */
export type DriftExitCode = 0 | 1 | 2 | 3;

/** An environment of which there is no report: nothing is proved about it. */
export interface EnvironmentFailure {
  /** Its name; of a report that cannot be read, the file's. */
  readonly environment: string;
  readonly error: string;
}

/** The reports of several environments as one, described by `drift-all.schema.json`. Holds nothing sensitive. */
export interface FleetDocument {
  /** Moment of the oldest check in it, ISO 8601. */
  readonly checkedAt: string;
  /** Findings by class, of all environments. */
  readonly summary: ClassCounts;
  /** Findings by severity, of all environments. */
  readonly severities: Readonly<Record<DriftSeverity, number>>;
  /** By name. */
  readonly environments: readonly DriftDocument[];
  /** Rules that expired where they were meant, and, where every environment was checked, those that none needs. */
  readonly ignoreProblems: readonly IgnoreProblem[];
  readonly failed: readonly EnvironmentFailure[];
}

/**
 * Puts the reports of several environments together.
 *
 * @param now moment of the report where not one environment could be checked
 */
export function fleetDocument(
  documents: readonly DriftDocument[],
  failed: readonly EnvironmentFailure[],
  now: Date,
): FleetDocument {
  const environments = documents.toSorted((a, b) => (a.environment < b.environment ? -1 : 1));
  const stacks = environments.flatMap((each) => each.stacks);
  const [oldest = now.toISOString()] = environments.map(({ checkedAt }) => checkedAt).toSorted();
  return {
    checkedAt: oldest,
    summary: countByClass(stacks),
    severities: severityCounts(stacks),
    ...{ environments, failed },
    ignoreProblems: problemsOfAll(environments, failed.length === 0),
  };
}

/** The exit code of a report that was read again: 1 when something could not be checked, else 2, 3 or 0. */
export function fleetExitCode({ environments, failed }: Pick<FleetDocument, 'environments' | 'failed'>): DriftExitCode {
  return worstExitCode([
    ...failed.map(() => 1 as const),
    ...environments.map((each) => (each.failed.length > 0 ? 1 : driftExitCode(each.stacks))),
  ]);
}

/** What could not be checked is worse than drift, which is worse than what is pending. */
export function worstExitCode(codes: readonly DriftExitCode[]): DriftExitCode {
  return ([1, 2, 3] as const).find((code) => codes.includes(code)) ?? 0;
}

/** The severity of the worst finding of an environment; undefined without one. */
export function worstFinding({ severities }: DriftDocument): DriftSeverity | undefined {
  return DRIFT_SEVERITIES.findLast((severity) => severities[severity] > 0);
}

/** A rule that one environment does not need may be meant for another. */
function problemsOfAll(environments: readonly DriftDocument[], complete: boolean): readonly IgnoreProblem[] {
  const all = environments.flatMap(({ ignoreProblems }) => ignoreProblems);
  const distinct = new Map(all.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct].flatMap(([text, problem]) => {
    const told = all.filter((each) => JSON.stringify(each) === text).length;
    return problem.problem === 'expired' || (complete && told === environments.length) ? [problem] : [];
  });
}

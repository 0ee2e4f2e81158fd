import type { DriftSeverity } from '../severity';
import type { DriftDocument } from './document';
import { worstFinding, type FleetDocument } from './fleet-document';
import { groupedCounts } from './headings';

/** One environment in a table of all. */
export interface FleetRow {
  readonly environment: string;
  readonly drifted: number;
  readonly pending: number;
  readonly noted: number;
  /** Severity of the worst finding. */
  readonly worst?: DriftSeverity;
  /** What could not be checked, in words; empty where all was. */
  readonly notChecked: string;
}

/** A row for each environment, those of which there is no report at the end. */
export function fleetRows({
  environments,
  failed,
}: Pick<FleetDocument, 'environments' | 'failed'>): readonly FleetRow[] {
  return [
    ...environments.map((each): FleetRow => {
      const worst = worstFinding(each);
      return {
        environment: each.environment,
        ...groupedCounts(each.summary),
        ...(worst === undefined ? {} : { worst }),
        notChecked: [...new Set(each.failed.map(({ stack }) => stack)), ...notApplied(each)].join(', '),
      };
    }),
    ...failed.map(({ environment }) => ({ environment, drifted: 0, pending: 0, noted: 0, notChecked: 'all of it' })),
  ];
}

function notApplied({ stacks }: DriftDocument): readonly string[] {
  return stacks.filter(({ status }) => status === 'not-applied').map(({ stack }) => `${stack} (not applied)`);
}

/** One line that sums up all environments. */
export function fleetSummaryText(fleet: FleetDocument): string {
  const { drifted, pending, noted } = groupedCounts(fleet.summary);
  const number = fleet.environments.length;
  const lost = fleet.failed.length === 0 ? '' : `, ${fleet.failed.length} could not be checked`;
  return (
    `${number} ${number === 1 ? 'environment' : 'environments'} checked${lost}: ` +
    `${drifted} drifted, ${pending} pending, ${noted} noted`
  );
}

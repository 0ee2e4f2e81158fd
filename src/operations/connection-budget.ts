/** What decides whether a database has connections enough for a fleet. */
export interface ConnectionBudget {
  /** Largest size of the fleet, schedules included. */
  readonly maxSize: number;
  /** PHP processes of one instance; each holds one connection while it serves a request. */
  readonly workersPerInstance: number;
  /** Connections that the database accepts. */
  readonly maxConnections: number;
}

/** Kept free for the superuser, backups, a console and the instances that start while others stop. */
export const RESERVED_CONNECTIONS = 10;

/**
 * Says why a fleet at its largest could exhaust the database's connections, or nothing when it cannot.
 *
 * Scaling the web tier out is no help when every new instance is refused by the database.
 */
export function connectionShortage(budget: ConnectionBudget): string | undefined {
  const { maxSize, workersPerInstance, maxConnections } = budget;
  const needed = maxSize * workersPerInstance + RESERVED_CONNECTIONS;
  if (needed <= maxConnections) return undefined;
  return (
    `'maxSize' times the PHP processes of an instance, plus ${RESERVED_CONNECTIONS}, must not exceed the connections ` +
    `of the database (${maxConnections}), got ${maxSize} x ${workersPerInstance} + ${RESERVED_CONNECTIONS} = ${needed}; ` +
    `lower 'maxSize' or take a larger 'instanceClass' for the database`
  );
}

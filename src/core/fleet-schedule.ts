/** A change of the fleet's size by the clock, in UTC. */
export interface FleetSchedule {
  /** Unique name, such as `night`. */
  readonly name: string;
  /** Five-field cron expression in UTC for recurring changes, such as `0 20 * * MON-FRI`; give either this or `startTime`. */
  readonly recurrence?: string;
  /** Moment of a one-time change, ISO 8601 in UTC, such as `2027-01-01T12:00:00Z`. */
  readonly startTime?: string;
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
}

import { AutoscalingSchedule } from '@cdktf/provider-aws/lib/autoscaling-schedule';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import type { FleetSchedule } from '../core/fleet-schedule';

/** The group whose size changes by the clock, and when. */
export interface FleetSchedulesProps {
  readonly autoScalingGroupName: string;
  readonly schedules: readonly FleetSchedule[];
}

const UTC_SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/**
 * Changes a fleet's size by the clock. Costs nothing.
 *
 * @throws ValidationError when a schedule has both or neither of 'recurrence' and 'startTime', sizes that do not fit, or
 * a name that another one has
 */
export class FleetSchedules extends Construct {
  constructor(scope: Construct, id: string, props: FleetSchedulesProps) {
    super(scope, id);
    const { autoScalingGroupName, schedules } = props;
    const problems = schedules.flatMap((schedule, index) => problemsOf(schedule, schedules.slice(0, index)));
    if (problems.length > 0) throw new ValidationError(this, problems.join('\n'));

    for (const { name, recurrence, startTime, minSize, maxSize, desiredCapacity } of schedules) {
      new AutoscalingSchedule(this, name, {
        autoscalingGroupName: autoScalingGroupName,
        scheduledActionName: name,
        minSize,
        maxSize,
        desiredCapacity,
        ...(recurrence === undefined ? { startTime } : { recurrence, timeZone: 'UTC' }),
      });
    }
  }
}

function problemsOf(schedule: FleetSchedule, earlier: readonly FleetSchedule[]): readonly string[] {
  const { name, recurrence, startTime, minSize, maxSize, desiredCapacity } = schedule;
  const problems: string[] = [];
  if (earlier.some((other) => other.name === name)) {
    problems.push(`'name' of a schedule must be unique, got '${name}' twice; rename one`);
  }
  if ((recurrence === undefined) === (startTime === undefined)) {
    const given = recurrence === undefined ? 'neither' : 'both';
    problems.push(`schedule '${name}' must have either 'recurrence' or 'startTime', got ${given}; give exactly one`);
  }
  if (startTime !== undefined && !UTC_SECOND.test(startTime)) {
    problems.push(
      `'startTime' of '${name}' must be a UTC time, got '${startTime}'; write it like '2027-01-01T12:00:00Z'`,
    );
  }
  if (!(minSize >= 0 && minSize <= desiredCapacity && desiredCapacity <= maxSize)) {
    problems.push(
      `'minSize' <= 'desiredCapacity' <= 'maxSize' must hold for schedule '${name}', ` +
        `got ${minSize}, ${desiredCapacity} and ${maxSize}; correct the one that is out of place`,
    );
  }
  return problems;
}

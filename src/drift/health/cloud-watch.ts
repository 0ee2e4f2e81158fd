import { messageOf, UserError } from '../../core/errors';
import type { ClientSettings } from '../inventory/aws/client-settings';
import type { AlarmReader, AlarmState } from './alarm-health';
import { oneLine } from './one-line';

/** CloudWatch's own states of alarms. The client is loaded with the first question. */
export function cloudWatch(settings: ClientSettings): AlarmReader {
  return {
    async read({ region = settings.region, names }) {
      const { CloudWatchClient, paginateDescribeAlarms } = await import('@aws-sdk/client-cloudwatch');
      const client = new CloudWatchClient({ ...settings, region });
      const found: AlarmState[] = [];
      try {
        const pages = paginateDescribeAlarms(
          { client, pageSize: 100 },
          // composite alarms are told only on request
          { AlarmNames: [...names], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] },
        );
        for await (const { MetricAlarms = [], CompositeAlarms = [] } of pages) {
          found.push(...[...MetricAlarms, ...CompositeAlarms].map(stateOf));
        }
        return found;
      } catch (error) {
        throw new UserError(
          `the state of alarms cannot be read: ${messageOf(error)}; allow 'cloudwatch:DescribeAlarms' in ${region}`,
        );
      } finally {
        client.destroy();
      }
    },
  };
}

/** What both kinds of alarms have. */
interface Described {
  readonly AlarmName?: string | undefined;
  readonly StateValue?: string | undefined;
  readonly StateReason?: string | undefined;
  readonly StateTransitionedTimestamp?: Date | undefined;
  readonly StateUpdatedTimestamp?: Date | undefined;
}

function stateOf({
  AlarmName: name = '',
  StateValue: state = '',
  StateReason: reason,
  ...times
}: Described): AlarmState {
  // the other moment moves whenever the reason does
  const since = times.StateTransitionedTimestamp ?? times.StateUpdatedTimestamp;
  return {
    ...{ name, state },
    ...(since === undefined ? {} : { since: since.toISOString() }),
    ...(reason === undefined ? {} : { reason: oneLine(reason) }),
  };
}

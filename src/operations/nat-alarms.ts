import { Construct } from 'constructs';
import type { NameScope } from '../core/naming';
import { Alarm, type AlarmTopics } from './alarm';

/** The NAT gateways to watch. */
export interface NatAlarmsProps {
  readonly name: NameScope;
  readonly topics: AlarmTopics;
  /** Ids of the NAT gateways by availability zone. */
  readonly natGatewayIds: Readonly<Record<string, string>>;
}

/** Alarms on NAT gateways that drop connections of instances to the internet. */
export class NatAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: NatAlarmsProps) {
    super(scope, id);
    const { name, topics, natGatewayIds } = props;

    this.alarms = Object.entries(natGatewayIds).flatMap(([zone, natGatewayId]) => {
      const common = {
        name,
        topics,
        key: zone,
        severity: 'warning',
        comparison: '>',
        threshold: 0,
        periodSeconds: 300,
        evaluationPeriods: 3,
        missingData: 'notBreaching',
      } as const;
      const metric = (metricName: string) => ({
        namespace: 'AWS/NATGateway',
        metricName,
        dimensions: { NatGatewayId: natGatewayId },
        statistic: 'Sum' as const,
      });
      return [
        new Alarm(this, 'NatPorts', {
          ...common,
          meaning: `The NAT gateway of ${zone} has no port left for new connections to one destination`,
          metric: metric('ErrorPortAllocation'),
        }),
        new Alarm(this, 'NatPackets', {
          ...common,
          meaning: `The NAT gateway of ${zone} drops packets`,
          metric: metric('PacketsDropCount'),
        }),
      ];
    });
  }
}

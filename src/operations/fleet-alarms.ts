import { Construct } from 'constructs';
import { METRICS_NAMESPACE } from '../compute/fleet-metrics';
import type { NameScope } from '../core/naming';
import { defineAlarms, type Alarm, type AlarmSpec, type AlarmTopics } from './alarm';

/** The Auto Scaling group to watch. */
export interface FleetAlarmsProps {
  readonly name: NameScope;
  readonly topics: AlarmTopics;
  readonly autoScalingGroupName: string;
  /**
   * CloudWatch namespace into which instances report memory and disk; EC2 itself reports neither.
   *
   * @default 'Site/Instances' - where our own user data has them reported
   */
  readonly agentNamespace?: string;
}

/** Alarms on processor, memory and disk of the web instances as a group. */
export class FleetAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: FleetAlarmsProps) {
    super(scope, id);
    const { autoScalingGroupName, agentNamespace = METRICS_NAMESPACE } = props;
    const dimensions = { AutoScalingGroupName: autoScalingGroupName };
    const used = (metricName: string) => ({
      metric: { namespace: agentNamespace, metricName, dimensions, statistic: 'Maximum' as const },
      severity: 'warning' as const,
      comparison: '>' as const,
      periodSeconds: 300,
      // a fleet of size zero reports nothing; that instances are missing is the load balancer's to say
      missingData: 'notBreaching' as const,
    });

    const specs: Record<string, AlarmSpec> = {
      FleetCpu: {
        ...used('CPUUtilization'),
        meaning: 'The instances are busier than scaling out has helped: more than 80 % for ten minutes',
        metric: { namespace: 'AWS/EC2', metricName: 'CPUUtilization', dimensions, statistic: 'Average' },
        threshold: 80,
        periodSeconds: 600,
        evaluationPeriods: 1,
      },
      FleetMemory: {
        ...used('mem_used_percent'),
        meaning: 'An instance uses more than 90 % of its memory',
        threshold: 90,
        evaluationPeriods: 3,
      },
      FleetDisk: {
        ...used('disk_used_percent'),
        meaning: 'The root volume of an instance is more than 85 % full',
        threshold: 85,
        evaluationPeriods: 2,
      },
    };
    this.alarms = defineAlarms(this, props, specs);
  }
}

import { Construct } from 'constructs';
import type { NameScope } from '../core/naming';
import { defineAlarms, type Alarm, type AlarmSpec, type AlarmTopics, type MetricStatistic } from './alarm';

/** The load balancer to watch and what counts as too little behind it. */
export interface LoadBalancerAlarmsProps {
  readonly name: NameScope;
  readonly topics: AlarmTopics;
  readonly loadBalancer: { readonly arnSuffix: string; readonly targetGroupArnSuffix: string };
  /** Smallest number of healthy instances that is all right; 0 (a fleet that sleeps at night) gives no such alarm. */
  readonly minHealthyHosts: number;
  /**
   * Certificate whose renewal is watched.
   *
   * @default - there is none
   */
  readonly certificateArn?: string;
}

/** Alarms on errors, latency and healthy instances, seen from the load balancer: what visitors notice. */
export class LoadBalancerAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: LoadBalancerAlarmsProps) {
    super(scope, id);
    const { minHealthyHosts, certificateArn } = props;

    this.alarms = defineAlarms(this, props, {
      ...errorAlarms(props),
      ...hostAlarms(props),
      ...(minHealthyHosts > 0 && { HealthyHosts: healthyFloor(props) }),
      ...(certificateArn !== undefined && { CertificateExpiry: certificateExpiry(certificateArn) }),
    });
  }
}

function errorAlarms(props: LoadBalancerAlarmsProps): Record<string, AlarmSpec> {
  const { balancer, targets } = metricsOf(props);
  const sustained = { severity: 'critical', evaluationPeriods: 5, datapointsToAlarm: 3 } as const;
  return {
    LoadBalancerErrors: {
      ...sustained,
      meaning: 'The load balancer itself answers 5xx: no instance could take the request',
      metric: balancer('HTTPCode_ELB_5XX_Count', 'Sum'),
      comparison: '>=',
      threshold: 5,
      missingData: 'notBreaching',
    },
    TargetErrors: {
      ...sustained,
      meaning: 'At least 1 % of the requests, and five a minute, end in a 5xx of the instances',
      metric: {
        // a single error on a quiet night is no percentage
        expression: 'IF(errors >= 5, 100 * errors / requests, 0)',
        metrics: {
          errors: targets('HTTPCode_Target_5XX_Count', 'Sum'),
          requests: targets('RequestCount', 'Sum'),
        },
      },
      comparison: '>=',
      threshold: 1,
      missingData: 'notBreaching',
    },
    TargetConnectionErrors: {
      ...sustained,
      meaning: 'The load balancer cannot open connections to instances',
      metric: targets('TargetConnectionErrorCount', 'Sum'),
      comparison: '>=',
      threshold: 5,
      missingData: 'notBreaching',
    },
    RejectedConnections: {
      meaning: 'The load balancer turns connections away because it is at its limit',
      severity: 'warning',
      metric: balancer('RejectedConnectionCount', 'Sum'),
      comparison: '>',
      threshold: 0,
      evaluationPeriods: 1,
      missingData: 'notBreaching',
    },
  };
}

function hostAlarms(props: LoadBalancerAlarmsProps): Record<string, AlarmSpec> {
  const { targets } = metricsOf(props);
  return {
    UnhealthyHosts: {
      meaning: 'An instance has failed its health check for five minutes',
      severity: 'warning',
      metric: targets('UnHealthyHostCount', 'Maximum'),
      comparison: '>=',
      threshold: 1,
      evaluationPeriods: 5,
      missingData: 'notBreaching',
    },
    Latency: {
      meaning: 'One request in twenty takes longer than two seconds',
      severity: 'warning',
      metric: targets('TargetResponseTime', 'p95'),
      comparison: '>',
      threshold: 2,
      evaluationPeriods: 5,
      missingData: 'notBreaching',
    },
  };
}

function healthyFloor(props: LoadBalancerAlarmsProps): AlarmSpec {
  return {
    meaning: `Fewer than ${props.minHealthyHosts} healthy instances, or none at all`,
    severity: 'critical',
    metric: metricsOf(props).targets('HealthyHostCount', 'Minimum'),
    comparison: '<',
    threshold: props.minHealthyHosts,
    evaluationPeriods: 5,
    // an empty target group reports nothing, and that is the worst case
    missingData: 'breaching',
  };
}

function certificateExpiry(certificateArn: string): AlarmSpec {
  return {
    meaning: 'The certificate ends within 30 days: ACM could not renew it',
    severity: 'critical',
    metric: {
      namespace: 'AWS/CertificateManager',
      metricName: 'DaysToExpiry',
      dimensions: { CertificateArn: certificateArn },
      statistic: 'Minimum',
    },
    comparison: '<',
    threshold: 30,
    periodSeconds: 86_400,
    evaluationPeriods: 1,
    missingData: 'ignore',
  };
}

function metricsOf({ loadBalancer }: LoadBalancerAlarmsProps) {
  const namespace = 'AWS/ApplicationELB';
  const LoadBalancer = loadBalancer.arnSuffix;
  const TargetGroup = loadBalancer.targetGroupArnSuffix;
  type Statistic = MetricStatistic['statistic'];
  return {
    balancer: (metricName: string, statistic: Statistic): MetricStatistic => ({
      namespace,
      metricName,
      dimensions: { LoadBalancer },
      statistic,
    }),
    targets: (metricName: string, statistic: Statistic): MetricStatistic => ({
      namespace,
      metricName,
      dimensions: { LoadBalancer, TargetGroup },
      statistic,
    }),
  };
}

import { AutoscalingGroup, type AutoscalingGroupConfig } from '@cdktf/provider-aws/lib/autoscaling-group';
import { AutoscalingLifecycleHook } from '@cdktf/provider-aws/lib/autoscaling-lifecycle-hook';
import { Construct } from 'constructs';
import { BOOT_TIMEOUT_SECONDS, LAUNCH_HOOK_NAME } from '../bootstrap/names';
import { ValidationError } from '../core/errors';
import type { INetwork } from '../network/i-network';
import type { LaunchTemplate } from './launch-template';
import type { ILoadBalancer } from './load-balancer';

/** How instances are exchanged: new ones first, or old ones first, which costs nothing and halves the fleet meanwhile. */
export type Replacement = 'launch-first' | 'terminate-first';

/** Size of an Auto Scaling group and how it exchanges its instances. */
export interface FleetGroupProps {
  /** Changing it replaces the group and all instances. */
  readonly name: string;
  readonly network: INetwork;
  readonly loadBalancer: ILoadBalancer;
  readonly launchTemplate: LaunchTemplate;
  readonly minSize: number;
  readonly desiredCapacity: number;
  readonly maxSize: number;
  readonly healthCheckGracePeriodSeconds: number;
  readonly instanceWarmupSeconds: number;
  readonly replacement: Replacement;
  /** Only possible with a pinned image. */
  readonly autoRollback: boolean;
  /** Alarms that end a refresh while they are on. */
  readonly refreshAlarmNames: readonly string[];
  /** Whether schedules change the sizes, which Terraform then leaves alone after creation. */
  readonly scheduled: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** Percent of the fleet in service while instances are exchanged. */
const HEALTHY_PERCENT = {
  'launch-first': { minHealthyPercentage: 100, maxHealthyPercentage: 110 },
  'terminate-first': { minHealthyPercentage: 50, maxHealthyPercentage: 100 },
} as const;

/** Published every minute, free of charge. */
const GROUP_METRICS = ['MinSize', 'MaxSize', 'DesiredCapacity', 'InServiceInstances', 'PendingInstances']
  .concat('StandbyInstances', 'TerminatingInstances', 'TotalInstances')
  .map((metric) => `Group${metric}`);

/** An instance that has not said within this time that it is ready is thrown away and replaced. */
const LAUNCH_HOOK = {
  name: LAUNCH_HOOK_NAME,
  lifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
  heartbeatTimeout: BOOT_TIMEOUT_SECONDS,
  defaultResult: 'ABANDON',
};

/**
 * The Auto Scaling group over the private subnets of all zones.
 *
 * The launch hook is there twice on purpose. The first instances must already meet it, which only the group's own
 * `initial_lifecycle_hook` can do; but a change of that would replace the group and the provider never reads it back.
 * So the group ignores it after creation, and a resource of the same name owns it from then on.
 *
 * @throws ValidationError when the sizes do not fit
 */
export class FleetGroup extends Construct {
  readonly autoScalingGroupName: string;
  readonly resource: AutoscalingGroup;

  constructor(scope: Construct, id: string, props: FleetGroupProps) {
    super(scope, id);
    const { minSize, desiredCapacity, maxSize } = props;
    if (!(minSize >= 0 && minSize <= desiredCapacity && desiredCapacity <= maxSize)) {
      throw new ValidationError(
        this,
        `'minSize' <= 'desiredCapacity' <= 'maxSize' must hold, got ${minSize}, ${desiredCapacity} and ${maxSize}; ` +
          `correct the one that is out of place`,
      );
    }

    this.resource = new AutoscalingGroup(this, 'Resource', { ...sizes(props), ...health(props), ...rollout(props) });
    new AutoscalingLifecycleHook(this, 'LaunchHook', {
      ...LAUNCH_HOOK,
      autoscalingGroupName: this.resource.name,
    });

    this.autoScalingGroupName = this.resource.name;
  }
}

function sizes(props: FleetGroupProps): AutoscalingGroupConfig {
  const { name, network, minSize, desiredCapacity, maxSize, scheduled, tags } = props;
  return {
    name,
    vpcZoneIdentifier: network.subnets('private').map((subnet) => subnet.subnetId),
    minSize,
    desiredCapacity,
    maxSize,
    terminationPolicies: ['OldestLaunchTemplate', 'OldestInstance'],
    enabledMetrics: GROUP_METRICS,
    metricsGranularity: '1Minute',
    // default tags of the provider do not reach Auto Scaling groups
    tag: Object.entries({ ...tags, Name: name }).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    lifecycle: {
      // scaling moves these: without this each apply would reset the fleet to its first size
      ignoreChanges: ['desired_capacity', 'initial_lifecycle_hook', ...(scheduled ? ['min_size', 'max_size'] : [])],
    },
  };
}

function health(props: FleetGroupProps) {
  const { loadBalancer, minSize, healthCheckGracePeriodSeconds, instanceWarmupSeconds } = props;
  return {
    targetGroupArns: [loadBalancer.targetGroupArn],
    healthCheckType: 'ELB',
    healthCheckGracePeriod: healthCheckGracePeriodSeconds,
    defaultInstanceWarmup: instanceWarmupSeconds,
    initialLifecycleHook: [LAUNCH_HOOK],
    // the first apply fails when the instances do not come up, instead of leaving a dead site behind
    waitForCapacityTimeout: `${BOOT_TIMEOUT_SECONDS / 60}m`,
    minElbCapacity: minSize > 0 ? minSize : undefined,
    timeouts: { delete: '20m' },
    dependsOn: [...loadBalancer.listeners],
  };
}

function rollout({ launchTemplate, replacement, autoRollback, refreshAlarmNames }: FleetGroupProps) {
  const healthy = HEALTHY_PERCENT[replacement];
  return {
    launchTemplate: { id: launchTemplate.launchTemplateId, version: launchTemplate.version },
    instanceMaintenancePolicy: healthy,
    instanceRefresh: {
      strategy: 'Rolling',
      preferences: {
        ...healthy,
        autoRollback,
        skipMatching: true,
        ...(refreshAlarmNames.length > 0 && { alarmSpecification: { alarms: [...refreshAlarmNames] } }),
      },
    },
  };
}

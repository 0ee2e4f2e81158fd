import type { AutoscalingGroup } from '@cdktf/provider-aws/lib/autoscaling-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Aspects, dependable, type ITerraformDependable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import type { ImageFamily } from '../bootstrap/image-family';
import { INSTANCE_PORT } from '../bootstrap/names';
import { ValidationError } from '../core/errors';
import type { FleetSchedule } from '../core/fleet-schedule';
import { architectureOf, type Architecture } from '../core/instance-type';
import { physicalName, type NameScope } from '../core/naming';
import type { INetwork } from '../network/i-network';
import { Connections, type IConnectable } from '../security/connections';
import { SecurityGroup } from '../security/security-group';
import { FleetGroup, type Replacement } from './fleet-group';
import { FleetSchedules } from './fleet-schedules';
import { LaunchTemplate } from './launch-template';
import type { ILoadBalancer } from './load-balancer';
import { defaultImageId, isPinnedImage } from './machine-image';
import { TargetTracking } from './target-tracking';

/** Image, size and surroundings of the web instances. */
export interface WebFleetProps {
  readonly name: NameScope;
  /** Its private tier holds the instances. */
  readonly network: INetwork;
  readonly loadBalancer: ILoadBalancer;
  /** EC2 type; must match `architecture`. */
  readonly instanceType: string;
  readonly architecture: Architecture;
  readonly image: {
    readonly family: ImageFamily;
    /**
     * `ami-...`, or `resolve:ssm:/path`, which EC2 resolves at each launch.
     *
     * @default - the publisher's parameter for the newest image; failed refreshes are then not rolled back
     */
    readonly id?: string;
  };
  /** Plain text, the same for all environments; at most 16 KiB when compressed. */
  readonly userData: string;
  readonly instanceProfileArn: string;
  /**
   * Encrypts root volumes. Its policy must let Auto Scaling's service-linked role use it, or no instance starts.
   *
   * @default - the key AWS manages for EBS
   */
  readonly key?: { readonly keyArn: string };
  /** Changes whenever a setting does that instances read at boot; a new value exchanges them. At most 256 characters. */
  readonly settingsHash: string;
  /** 0 is allowed for fleets that sleep. */
  readonly minSize: number;
  /** Size at creation only; scaling owns it afterwards. */
  readonly desiredCapacity: number;
  readonly maxSize: number;
  /** @default 60 */
  readonly cpuTargetPercent?: number;
  /** @default 1000 */
  readonly requestsPerTargetPerMinute?: number;
  /** @default 20 */
  readonly rootVolumeGiB?: number;
  /**
   * Changes of the size by the clock; the sizes above then count at creation only.
   *
   * @default - none
   */
  readonly schedules?: readonly FleetSchedule[];
  /**
   * How long a new instance's health is not judged; must be longer than a boot.
   *
   * @default 600
   */
  readonly healthCheckGracePeriodSeconds?: number;
  /**
   * How long a new instance's load is not counted.
   *
   * @default 300
   */
  readonly instanceWarmupSeconds?: number;
  /**
   * How instances are exchanged.
   *
   * @default 'launch-first' - never fewer than before; pays for a tenth more instances, at least one, meanwhile
   */
  readonly replacement?: Replacement;
  /**
   * Names of alarms that end a refresh while they are on; they must exist.
   *
   * @default - none
   */
  readonly refreshAlarmNames?: readonly string[];
  /**
   * Tags of the group, its instances, volumes and network interfaces besides `system`, `environment`, `role` and `Name`.
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Tells instances what they are; they read it from their metadata. */
const ROLE = 'web';

/** Physical name of the fleet's group, for policies that are written before the fleet exists. */
export function webFleetName(name: NameScope): string {
  return physicalName(name, ROLE);
}

/**
 * The web instances: disposable, in all zones, scaled by load, exchanged whenever their image, user data or settings
 * change. Only the load balancer reaches them; they reach ports 80 and 443 of the internet and what the stack allows.
 *
 * An apply starts the exchange and does not wait for it. With a pinned image a failed one is rolled back; the next plan
 * then shows the group's template version as changed, which it is.
 *
 * @throws ValidationError when 'instanceType' does not match 'architecture' or a prop is out of range
 */
export class WebFleet extends Construct implements IConnectable {
  readonly autoScalingGroupName: string;
  readonly connections: Connections;
  readonly launchTemplate: LaunchTemplate;
  readonly resource: AutoscalingGroup;
  private readonly prerequisites: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: WebFleetProps) {
    super(scope, id);
    const { name, network, loadBalancer, schedules = [] } = props;
    validate(this, props);

    const group = new SecurityGroup(this, 'SecurityGroup', {
      network,
      name: webFleetName(name),
      description: 'Web instances',
    });
    this.connections = new Connections(this, group.securityGroupId, INSTANCE_PORT);
    this.connections.allowFrom(loadBalancer, 'requests and health checks');
    this.connections.allowToInternet(443, 'AWS, packages and plugins');
    this.connections.allowToInternet(80, 'package mirrors');
    const imageId = props.image.id ?? defaultImageId(props.image.family, props.architecture);
    const tags = { ...props.tags, system: name.system, environment: name.environment, role: ROLE };
    this.launchTemplate = this.template(props, imageId, group.securityGroupId, tags);
    const fleet = this.group(props, isPinnedImage(imageId), tags);
    const { autoScalingGroupName } = fleet;
    new TargetTracking(this, 'Tracking', {
      autoScalingGroupName,
      loadBalancer,
      cpuTargetPercent: props.cpuTargetPercent ?? 60,
      requestsPerTargetPerMinute: props.requestsPerTargetPerMinute ?? 1000,
    });
    new FleetSchedules(this, 'Schedules', { autoScalingGroupName, schedules });

    this.autoScalingGroupName = autoScalingGroupName;
    this.resource = fleet.resource;
    this.prerequisites = [...loadBalancer.listeners];
    // at synthesis, because the stack allows traffic to databases and files after the fleet is made
    Aspects.of(this).add({ visit: (node) => node === this.resource && this.orderGroup() });
  }

  /** Starts no instance before these exist: what instances read at boot, in the same stack. */
  waitFor(...prerequisites: readonly ITerraformDependable[]): void {
    this.prerequisites.push(...prerequisites);
  }

  /** Instances start after their traffic is allowed, and end before it is forbidden. */
  private orderGroup(): void {
    const rules = this.node.findAll().filter(isRule);
    this.resource.dependsOn = [...this.prerequisites, ...rules].map(dependable);
  }

  private template(
    props: WebFleetProps,
    imageId: string,
    securityGroupId: string,
    tags: Readonly<Record<string, string>>,
  ): LaunchTemplate {
    const { name, instanceType, userData, instanceProfileArn, key, settingsHash, rootVolumeGiB = 20 } = props;
    return new LaunchTemplate(this, 'Template', {
      name: webFleetName(name),
      instanceType,
      imageId,
      userData,
      instanceProfileArn,
      securityGroupId,
      rootVolumeGiB,
      key,
      // part of the template, so that changed settings make a new version and with it a refresh
      tags: { ...tags, settings: settingsHash },
    });
  }

  private group(props: WebFleetProps, autoRollback: boolean, tags: Readonly<Record<string, string>>): FleetGroup {
    const { name, network, loadBalancer, minSize, desiredCapacity, maxSize, schedules = [] } = props;
    return new FleetGroup(this, 'Group', {
      name: webFleetName(name),
      network,
      loadBalancer,
      launchTemplate: this.launchTemplate,
      minSize,
      desiredCapacity,
      maxSize,
      healthCheckGracePeriodSeconds: props.healthCheckGracePeriodSeconds ?? 600,
      instanceWarmupSeconds: props.instanceWarmupSeconds ?? 300,
      replacement: props.replacement ?? 'launch-first',
      autoRollback,
      refreshAlarmNames: props.refreshAlarmNames ?? [],
      scheduled: schedules.length > 0,
      tags,
    });
  }
}

function isRule(node: IConstruct): node is VpcSecurityGroupEgressRule | VpcSecurityGroupIngressRule {
  return node instanceof VpcSecurityGroupEgressRule || node instanceof VpcSecurityGroupIngressRule;
}

function validate(scope: WebFleet, { instanceType, architecture }: WebFleetProps): void {
  const actual = architectureOf(instanceType);
  if (actual !== undefined && actual !== architecture) {
    throw new ValidationError(
      scope,
      `'instanceType' must match 'architecture' (${architecture}), got '${instanceType}', which is ${actual}; ` +
        `change one of them`,
    );
  }
}

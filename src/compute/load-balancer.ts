import { Lb } from '@cdktf/provider-aws/lib/lb';
import type { ITerraformDependable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { HEALTH_PATH } from '../bootstrap/names';
import { ValidationError } from '../core/errors';
import { NAME_LIMITS, physicalName, type NameScope } from '../core/naming';
import type { INetwork } from '../network/i-network';
import { Connections, type IConnectable } from '../security/connections';
import { SecurityGroup } from '../security/security-group';
import { Listeners } from './listeners';
import { TargetGroup } from './target-group';

/** A load balancer with a target group, made here or brought along. */
export interface ILoadBalancer extends IConstruct, IConnectable {
  readonly arnSuffix: string;
  readonly targetGroupArn: string;
  readonly targetGroupArnSuffix: string;
  /** What must exist before instances can be in service behind it. */
  readonly listeners: readonly ITerraformDependable[];
}

/** Where a load balancer stands, what it answers, and how it checks what is behind it. */
export interface LoadBalancerProps {
  readonly name: NameScope;
  /** Its public tier holds the load balancer; two zones at least. */
  readonly network: INetwork;
  /** Where access logs go. Take `bucketName` from the bucket's policy, which has to exist first. */
  readonly accessLogs: { readonly bucketName: string; readonly prefix?: string };
  /**
   * Issued certificate for HTTPS.
   *
   * @default - the site is served on port 80 without TLS
   */
  readonly certificateArn?: string;
  /**
   * Names the site answers to, at most five; requests for others get 404.
   *
   * @default - any
   */
  readonly hostNames?: readonly string[];
  /** Keeps the load balancer, and so its DNS name, from being deleted. */
  readonly protect: boolean;
  /**
   * ELB security policy: which TLS versions and ciphers are offered.
   *
   * @default 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06' - TLS 1.2 and 1.3 with forward secrecy and no CBC
   */
  readonly tlsPolicy?: string;
  /**
   * Seconds a connection may be silent. Uploads and plugin updates in wp-admin need more than AWS's 60. The web
   * server's keep-alive must be longer, or visitors see 502.
   *
   * @default 120
   */
  readonly idleTimeoutSeconds?: number;
  /**
   * Path of the shallow health check.
   *
   * @default '/healthz'
   */
  readonly healthCheckPath?: string;
  /**
   * How long a leaving instance may finish what it began.
   *
   * @default - `idleTimeoutSeconds`
   */
  readonly deregistrationDelaySeconds?: number;
  /**
   * How an instance is chosen.
   *
   * @default 'least_outstanding_requests' - wp-admin's slow requests do not pile up on one instance
   */
  readonly algorithm?: 'round_robin' | 'least_outstanding_requests';
  /**
   * Seconds a visitor stays on one instance; WordPress needs none.
   *
   * @default 0 - off
   */
  readonly stickinessSeconds?: number;
  /**
   * Answers every visitor with 503 instead of the site.
   *
   * @default false
   */
  readonly maintenance?: boolean;
}

/**
 * The public entry: an application load balancer over all zones that lets in 80 and 443 and nothing else.
 *
 * About USD 16 a month and zone-independent, plus traffic. Changing `name` replaces it and gives it a new DNS name.
 *
 * @throws ValidationError when the network has fewer than two zones or a prop is out of range
 */
export class LoadBalancer extends Construct implements ILoadBalancer {
  readonly arn: string;
  readonly arnSuffix: string;
  readonly dnsName: string;
  /** Route 53 zone of `dnsName`, for alias records. */
  readonly zoneId: string;
  readonly targetGroupArn: string;
  readonly targetGroupArnSuffix: string;
  readonly connections: Connections;
  readonly listeners: readonly ITerraformDependable[];
  /** The listener that serves the site: 443 with a certificate, else 80. */
  readonly siteListenerArn: string;
  readonly resource: Lb;

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const { name, network, idleTimeoutSeconds = 120 } = props;
    validate(this, props, idleTimeoutSeconds);

    const group = new SecurityGroup(this, 'SecurityGroup', {
      network,
      name: physicalName(name, 'load-balancer'),
      description: 'Public entry of the site',
    });
    this.connections = new Connections(this, group.securityGroupId);
    this.connections.allowFromInternet(80, 'visitors, HTTP');
    if (props.certificateArn !== undefined) this.connections.allowFromInternet(443, 'visitors, HTTPS');
    this.resource = this.balancer(props, group.securityGroupId, idleTimeoutSeconds);
    const targets = this.targets(props, idleTimeoutSeconds);
    const listeners = new Listeners(this, 'Listeners', {
      loadBalancerArn: this.resource.arn,
      targetGroupArn: targets.resource.arn,
      certificateArn: props.certificateArn,
      tlsPolicy: props.tlsPolicy ?? 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
      hostNames: props.hostNames ?? [],
      maintenance: props.maintenance ?? false,
    });

    this.arn = this.resource.arn;
    this.arnSuffix = this.resource.arnSuffix;
    this.dnsName = this.resource.dnsName;
    this.zoneId = this.resource.zoneId;
    this.targetGroupArn = targets.resource.arn;
    this.targetGroupArnSuffix = targets.resource.arnSuffix;
    this.listeners = listeners.all;
    this.siteListenerArn = listeners.site.arn;
  }

  private balancer(props: LoadBalancerProps, securityGroupId: string, idleTimeout: number): Lb {
    const { name, network, accessLogs, protect } = props;
    return new Lb(this, 'Resource', {
      name: physicalName(name),
      loadBalancerType: 'application',
      internal: false,
      ipAddressType: 'ipv4',
      subnets: network.subnets('public').map((subnet) => subnet.subnetId),
      securityGroups: [securityGroupId],
      idleTimeout,
      enableDeletionProtection: protect,
      enableHttp2: true,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: 'defensive',
      xffHeaderProcessingMode: 'append',
      accessLogs: { enabled: true, bucket: accessLogs.bucketName, prefix: accessLogs.prefix },
    });
  }

  private targets(props: LoadBalancerProps, idleTimeoutSeconds: number): TargetGroup {
    return new TargetGroup(this, 'Targets', {
      network: props.network,
      displayName: physicalName(props.name, 'web'),
      healthCheckPath: props.healthCheckPath ?? HEALTH_PATH,
      deregistrationDelaySeconds: props.deregistrationDelaySeconds ?? idleTimeoutSeconds,
      algorithm: props.algorithm ?? 'least_outstanding_requests',
      stickinessSeconds: props.stickinessSeconds ?? 0,
    });
  }
}

function validate(scope: LoadBalancer, props: LoadBalancerProps, idleTimeoutSeconds: number): void {
  const zones = props.network.subnets('public').length;
  if (zones < 2) {
    throw new ValidationError(
      scope,
      `'network' must have public subnets in two zones at least, got ${zones}; add a zone to 'availabilityZones'`,
    );
  }
  const full = physicalName(props.name);
  if (full.length > NAME_LIMITS.loadBalancer) {
    throw new ValidationError(
      scope,
      `'name' must give at most ${NAME_LIMITS.loadBalancer} characters, got ${full.length} for '${full}'; ` +
        `shorten 'system' or 'environment'`,
    );
  }
  if (!Number.isInteger(idleTimeoutSeconds) || idleTimeoutSeconds < 1 || idleTimeoutSeconds > 4000) {
    throw new ValidationError(
      scope,
      `'idleTimeoutSeconds' must be a whole number from 1 to 4000, got ${idleTimeoutSeconds}; correct it`,
    );
  }
}

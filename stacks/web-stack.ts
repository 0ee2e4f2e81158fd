import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Annotations, Fn, TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import {
  HEALTH_PATH,
  LOG_GROUPS,
  METRICS_NAMESPACE,
  releaseLayout,
  siteParameterPath,
  userData,
  type LogGroupSuffix,
  type SiteParameter,
} from '../src/bootstrap';
import {
  Certificate,
  instanceMemoryGiB,
  LoadBalancer,
  phpWorkers,
  SiteRecord,
  WebFleet,
  webFleetName,
} from '../src/compute';
import type { Environment } from '../src/config';
import { connectionShortage, databaseMaxConnections, LogGroups } from '../src/operations';
import { InstanceRole } from '../src/security';
import { acceptAtLogGroups } from './accepted/log-groups';
import { acceptAtFleet, acceptAtLoadBalancer } from './accepted/web';
import type { DataStack } from './data-stack';
import { EnvironmentStack, isProtected, nameScope } from './environment-stack';
import type { FoundationStack } from './foundation-stack';

/** The application whose releases the instances run. */
const APPLICATION = 'wordpress';

/** Assumed of instance families whose memory is not known. */
const USUAL_MEMORY_GIB = 4;

/** The stacks that the web tier stands on. */
export interface WebStackProps {
  readonly foundation: FoundationStack;
  readonly data: DataStack;
}

/** Load balancer and fleet: what changes daily and holds no data. */
export class WebStack extends EnvironmentStack {
  readonly loadBalancer: LoadBalancer;
  readonly fleet: WebFleet;
  /** Where instances write, by purpose. */
  readonly logGroupNames: Readonly<Record<LogGroupSuffix, string>>;
  /** Undefined without a domain. */
  readonly certificateArn: string | undefined;

  constructor(scope: Construct, id: string, environment: Environment, { foundation, data }: WebStackProps) {
    super(scope, id, environment);
    const { domain } = environment;
    const { network } = foundation;

    this.certificateArn = this.certificate(foundation);
    this.loadBalancer = new LoadBalancer(this, 'LoadBalancer', {
      name: nameScope(environment),
      network,
      accessLogs: { bucketName: data.logs.accessLogsBucketName, prefix: 'load-balancer' },
      certificateArn: this.certificateArn,
      hostNames: domain === undefined ? [] : [domain.name],
      healthCheckPath: HEALTH_PATH,
      protect: isProtected(environment),
    });
    acceptAtLoadBalancer(this.loadBalancer, environment);
    const siteUrl = domain === undefined ? `http://${this.loadBalancer.dnsName}` : `https://${domain.name}`;
    const settings = this.settings(data, siteUrl);
    this.logGroupNames = this.logs(foundation);
    acceptAtLogGroups(this, environment);
    this.fleet = this.webFleet(foundation, this.instanceRole(foundation, data), settings);
    acceptAtFleet(this.fleet, environment);
    this.warnOfConnectionShortage();

    data.database.connections.allowFrom(this.fleet, 'web instances query MySQL');
    data.files.connections.allowFrom(this.fleet, 'web instances mount uploads');
    if (domain !== undefined && foundation.hostedZoneId !== undefined) {
      const { hostedZoneId } = foundation;
      new SiteRecord(this, 'SiteRecord', { hostedZoneId, domainName: domain.name, target: this.loadBalancer });
    }
    new TerraformOutput(this, 'site_url', { value: siteUrl });
    new TerraformOutput(this, 'load_balancer_dns_name', { value: this.loadBalancer.dnsName });
    new TerraformOutput(this, 'auto_scaling_group', { value: this.fleet.autoScalingGroupName });
  }

  private certificate({ hostedZoneId }: FoundationStack): string | undefined {
    const { domain } = this.environment;
    if (domain === undefined || hostedZoneId === undefined) return undefined;
    return new Certificate(this, 'Certificate', { domainName: domain.name, hostedZoneId }).certificateArn;
  }

  /** What instances read at boot. */
  private settings(data: DataStack, siteUrl: string): readonly SsmParameter[] {
    const { domain, site } = this.environment;
    const scope = nameScope(this.environment);
    const settings: Readonly<Record<SiteParameter, string>> = {
      app: APPLICATION,
      'site-url': siteUrl,
      'host-names': domain?.name ?? this.loadBalancer.dnsName,
      'releases-bucket': data.releases.bucketName,
      'auto-scaling-group': webFleetName(scope),
      'file-system-id': data.files.fileSystemId,
      'access-point-id': data.files.accessPointId,
      'database-host': data.database.endpointAddress,
      'database-port': String(data.database.port),
      'database-name': data.database.databaseName,
      'database-secret-arn': data.databaseUser.secretArn,
      'salts-secret-arn': data.databaseUser.saltsSecretArn,
      'site-title': site.title,
      'admin-email': site.adminEmail,
      'media-bucket': data.media.bucketName,
    };
    return Object.entries(settings).map(
      ([key, value]) =>
        new SsmParameter(this, `Setting-${key}`, {
          name: siteParameterPath(scope, key as SiteParameter),
          type: 'String',
          // not a secret: secrets are named here and read from Secrets Manager
          insecureValue: value,
        }),
    );
  }

  private logs({ observationKey }: FoundationStack): Readonly<Record<LogGroupSuffix, string>> {
    return new LogGroups(this, 'Logs', {
      name: nameScope(this.environment),
      purposes: LOG_GROUPS,
      retentionDays: this.environment.logRetentionDays,
      key: observationKey,
      protect: isProtected(this.environment),
    }).logGroupNames;
  }

  private instanceRole(foundation: FoundationStack, data: DataStack): InstanceRole {
    const { accountId, region } = this.environment;
    const name = nameScope(this.environment);
    return new InstanceRole(this, 'InstanceRole', {
      name,
      accountId,
      region,
      releases: {
        bucketArn: data.releases.bucketArn,
        prefix: releaseLayout.prefix({ app: APPLICATION, environment: name.environment }),
      },
      secretArns: [data.databaseUser.secretArn, data.databaseUser.saltsSecretArn],
      keyArns: [foundation.dataKey.keyArn],
      logGroupNames: Object.values(this.logGroupNames),
      metricsNamespace: METRICS_NAMESPACE,
      autoScalingGroupName: webFleetName(name),
      sharedFiles: data.files,
      media: data.media,
    });
  }

  private webFleet(foundation: FoundationStack, role: InstanceRole, settings: readonly SsmParameter[]): WebFleet {
    const { fleet: props, tags } = this.environment;
    const fleet = new WebFleet(this, 'Fleet', {
      ...props,
      name: nameScope(this.environment),
      network: foundation.network,
      loadBalancer: this.loadBalancer,
      userData: userData({ family: props.image.family }),
      instanceProfileArn: role.instanceProfileArn,
      key: foundation.dataKey,
      settingsHash: Fn.sha256(Fn.jsonencode(settings.map((setting) => setting.insecureValue))),
      replacement: isProtected(this.environment) ? 'launch-first' : 'terminate-first',
      tags,
    });
    fleet.waitFor(...settings);
    return fleet;
  }

  private warnOfConnectionShortage(): void {
    const { fleet, database } = this.environment;
    const shortage = connectionShortage({
      maxSize: Math.max(fleet.maxSize, ...(fleet.schedules ?? []).map(({ maxSize }) => maxSize)),
      workersPerInstance: phpWorkers(instanceMemoryGiB(fleet.instanceType) ?? USUAL_MEMORY_GIB),
      maxConnections: databaseMaxConnections(database.instanceClass),
    });
    if (shortage !== undefined) Annotations.of(this).addWarning(shortage);
  }
}

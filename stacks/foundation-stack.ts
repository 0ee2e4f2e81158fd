import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import { Fn, TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { Environment } from '../src/config';
import { Network } from '../src/network';
import { EncryptionKey } from '../src/security';
import { acceptAtLogGroups } from './accepted/log-groups';
import { acceptAtZone } from './accepted/zone';
import { EnvironmentStack, isProtected, nameScope } from './environment-stack';

/** Network, keys and DNS zone: what changes rarely and everything else stands on. */
export class FoundationStack extends EnvironmentStack {
  readonly network: Network;
  /** Encrypts what holds data: database, files, buckets, volumes and secrets. */
  readonly dataKey: EncryptionKey;
  /** Encrypts what watches: log groups and alarm topics. */
  readonly observationKey: EncryptionKey;
  /** Zone of the site's name; undefined without a domain. */
  readonly hostedZoneId: string | undefined;

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    const name = nameScope(environment);
    const { accountId, region } = environment;
    const protect = isProtected(environment);

    this.dataKey = new EncryptionKey(this, 'DataKey', {
      name,
      accountId,
      region,
      purpose: 'data',
      services: ['autoscaling', 'logs'],
      protect,
    });
    this.observationKey = new EncryptionKey(this, 'ObservationKey', {
      name,
      accountId,
      region,
      purpose: 'observation',
      services: ['logs', 'sns-alarms', 'rds-events', 'autoscaling'],
      protect,
    });
    this.network = new Network(this, 'Network', {
      name,
      accountId,
      region,
      cidrBlock: environment.network.cidrBlock,
      availabilityZones: environment.availabilityZones,
      nat: environment.network.nat,
      interfaceEndpoints: environment.network.interfaceEndpoints,
      flowLogs: { retentionDays: environment.logRetentionDays, keyArn: this.observationKey.keyArn },
    });
    this.hostedZoneId = this.zone(environment, protect);
    acceptAtLogGroups(this, environment);

    new TerraformOutput(this, 'vpc_id', { value: this.network.vpcId });
    new TerraformOutput(this, 'nat_addresses', { value: this.network.natAddresses });
  }

  private zone(environment: Environment, protect: boolean): string | undefined {
    const { domain } = environment;
    if (domain === undefined || domain.hostedZoneId !== undefined) return domain?.hostedZoneId;
    const zone = new Route53Zone(this, 'Zone', {
      name: domain.zoneName ?? domain.name,
      forceDestroy: !protect,
      lifecycle: { preventDestroy: protect },
    });
    acceptAtZone(zone, environment);
    new TerraformOutput(this, 'name_servers', {
      description: 'Enter these as NS records of the parent zone before the web stack is applied',
      value: Fn.join(' ', zone.nameServers),
    });
    return zone.zoneId;
  }
}

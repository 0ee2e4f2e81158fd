import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Fn, TerraformOutput, TerraformStack } from 'cdktf';
import {
  EncryptionKey,
  InstanceRole,
  LoadBalancer,
  LOG_GROUPS,
  LogGroups,
  LogsBucket,
  METRICS_NAMESPACE,
  Network,
  releaseLayout,
  ReleasesBucket,
  siteParameterPath,
  userData,
  WebFleet,
  webFleetName,
  type SiteParameter,
} from 'cdktf-wordpress-ha';
import type { Construct } from 'constructs';
import { phpSite } from './application';

const APPLICATION = 'php-site';
const LOG_DAYS = 30;

/** Where the site runs. */
export interface SiteStackProps {
  readonly environment: string;
  readonly accountId: string;
  readonly region: string;
  readonly availabilityZones: readonly string[];
  readonly cidrBlock: string;
}

/** A load balancer and two instances in two zones that serve a PHP site out of its releases: no database, no shared files. */
export class SiteStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: SiteStackProps) {
    super(scope, id);
    const { environment, accountId, region } = props;
    const name = { system: APPLICATION, environment };
    new AwsProvider(this, 'Aws', { region, allowedAccountIds: [accountId], defaultTags: [{ tags: name }] });
    const home = { name, accountId, region, protect: false };

    const key = new EncryptionKey(this, 'Key', { ...home, purpose: 'site', services: ['logs', 'autoscaling'] });
    const network = new Network(this, 'Network', {
      ...props,
      ...home,
      nat: 'single',
      flowLogs: { retentionDays: LOG_DAYS, keyArn: key.keyArn },
    });
    const logs = new LogsBucket(this, 'LogsBucket', { ...home, expireAfterDays: 90 });
    const releases = new ReleasesBucket(this, 'ReleasesBucket', { ...home, key, accessLogs: logs });
    const { logGroupNames } = new LogGroups(this, 'Logs', {
      ...home,
      key,
      purposes: LOG_GROUPS,
      retentionDays: LOG_DAYS,
    });
    const loadBalancer = new LoadBalancer(this, 'LoadBalancer', {
      ...home,
      network,
      accessLogs: { bucketName: logs.accessLogsBucketName, prefix: 'load-balancer' },
    });
    const settings = this.settings(name, loadBalancer.dnsName, releases.bucketName);
    const role = new InstanceRole(this, 'InstanceRole', {
      ...home,
      releases: {
        bucketArn: releases.bucketArn,
        prefix: releaseLayout.prefix({ app: APPLICATION, environment }),
      },
      secretArns: [],
      keyArns: [key.keyArn],
      logGroupNames: Object.values(logGroupNames),
      metricsNamespace: METRICS_NAMESPACE,
      autoScalingGroupName: webFleetName(name),
    });
    const fleet = new WebFleet(this, 'Fleet', {
      name,
      network,
      loadBalancer,
      instanceType: 't4g.small',
      architecture: 'arm64',
      image: { family: 'debian-13' },
      userData: userData({ family: 'debian-13', application: phpSite }),
      instanceProfileArn: role.instanceProfileArn,
      key,
      settingsHash: Fn.sha256(Fn.jsonencode(settings.map(({ insecureValue }) => insecureValue))),
      minSize: 2,
      desiredCapacity: 2,
      maxSize: 4,
    });
    fleet.waitFor(...settings);
    new TerraformOutput(this, 'site_url', { value: `http://${loadBalancer.dnsName}` });
    new TerraformOutput(this, 'releases_bucket', { value: releases.bucketName });
  }

  private settings(
    scope: { readonly system: string; readonly environment: string },
    hostName: string,
    releasesBucket: string,
  ): readonly SsmParameter[] {
    const settings: Partial<Readonly<Record<SiteParameter, string>>> = {
      app: APPLICATION,
      'site-url': `http://${hostName}`,
      'host-names': hostName,
      'releases-bucket': releasesBucket,
      'auto-scaling-group': webFleetName(scope),
    };
    return Object.entries(settings).map(
      ([setting, value]) =>
        new SsmParameter(this, `Setting-${setting}`, {
          name: siteParameterPath(scope, setting as SiteParameter),
          type: 'String',
          insecureValue: value,
        }),
    );
  }
}

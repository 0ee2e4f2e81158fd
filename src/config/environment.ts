import type { FleetSchedule } from '../core/fleet-schedule';
import type { Architecture } from '../core/instance-type';
import type { InterfaceEndpointService, NatTopology } from '../core/network-choices';

export type { Architecture, FleetSchedule, InterfaceEndpointService, NatTopology };

/** How much an environment matters; `production` implies Multi-AZ, protection, backups and one NAT gateway a zone. */
export type Stage = 'development' | 'staging' | 'production';

/** The VPC of an environment. */
export interface NetworkSettings {
  /** Range of the VPC in CIDR notation, /16 to /19 inside RFC 1918. Changing it replaces the VPC and all that is in it. */
  readonly cidrBlock: string;
  /** NAT gateways; about USD 33 a month each plus USD 0.045 a GB. With `none`, interface endpoints take their place. */
  readonly nat: NatTopology;
  /**
   * Interface endpoints in the private tier.
   *
   * @default - none; with `nat: 'none'` all of them, because instances could not boot otherwise
   */
  readonly interfaceEndpoints?: readonly InterfaceEndpointService[];
  /**
   * Ranges that the VPC must not overlap because it will be connected to them (offices, other VPCs).
   *
   * @default - none
   */
  readonly reservedCidrBlocks?: readonly string[];
}

/** What WordPress is told when it is installed; later changes in wp-admin stay. */
export interface SiteSettings {
  /** Title of the site, at most 200 characters. */
  readonly title: string;
  /** E-mail address of the first administrator. */
  readonly adminEmail: string;
}

/** The public name of the site. */
export interface SiteDomain {
  /** Fully qualified name, such as `www.example.com`. */
  readonly name: string;
  /**
   * Route 53 public hosted zone that holds the name.
   *
   * @default - the foundation stack creates a zone for `zoneName`; delegate it before the web stack is applied
   */
  readonly hostedZoneId?: string;
  /**
   * Name of the zone when it is created here.
   *
   * @default - `name` itself
   */
  readonly zoneName?: string;
}

/** Operating system of the web instances. */
export interface MachineImage {
  /** Decides package names and paths in the user data. */
  readonly family: 'debian-13' | 'amazon-linux-2023';
  /**
   * Pinned image id (`ami-...`), or `resolve:ssm:/path` which EC2 resolves at each launch.
   *
   * @default - the publisher's SSM parameter for the newest image of the family and architecture
   */
  readonly id?: string;
}

/** The web instances. */
export interface FleetSettings {
  /** EC2 instance type; must match `architecture`. */
  readonly instanceType: string;
  readonly architecture: Architecture;
  readonly image: MachineImage;
  readonly minSize: number;
  /** Size at creation only; scaling owns it afterwards. */
  readonly desiredCapacity: number;
  readonly maxSize: number;
  /** Average CPU in percent that target tracking holds. */
  readonly cpuTargetPercent: number;
  /** Requests a minute and instance that target tracking holds. */
  readonly requestsPerTargetPerMinute: number;
  /** Encrypted gp3 root volume in GiB. */
  readonly rootVolumeGiB: number;
  /**
   * Changes of the fleet's size by the clock.
   *
   * @default - none
   */
  readonly schedules?: readonly FleetSchedule[];
}

/** The MySQL database on RDS. */
export interface DatabaseSettings {
  readonly instanceClass: string;
  /** Standby in a second zone; doubles the price of the instance and the storage. */
  readonly multiAz: boolean;
  /** gp3 storage at creation, 20 to 65536 GiB. It can only grow. */
  readonly allocatedStorageGiB: number;
  /** Limit of storage autoscaling; at least 10 % above `allocatedStorageGiB`. */
  readonly maxAllocatedStorageGiB: number;
  /** Automated backups, 0 to 35 days. */
  readonly backupRetentionDays: number;
  /** Daily, UTC, at least 30 minutes: `03:00-04:00`. */
  readonly backupWindow: string;
  /** Weekly, UTC, at least 30 minutes: `mon:04:30-mon:05:30`. */
  readonly maintenanceWindow: string;
  /**
   * Performance Insights with seven days' history, which costs nothing.
   *
   * @default false
   */
  readonly performanceInsights?: boolean;
  /**
   * Snapshot identifier to create the database from; ignored after creation.
   *
   * @default - an empty database
   */
  readonly restoreFromSnapshot?: string;
  /**
   * A read replica. WordPress does not read from it: it is for reports and as a stand-by that can be promoted.
   *
   * @default - none
   */
  readonly readReplica?: { readonly instanceClass: string };
}

/** How long objects stay where. */
export interface StorageSettings {
  /** Noncurrent versions of media move to Glacier Instant Retrieval after 30 days and expire after this many (at least 120). */
  readonly mediaNoncurrentDays: number;
  /** Access logs expire after this many days. */
  readonly accessLogDays: number;
  /** Backups move to Glacier Flexible Retrieval after this many days. */
  readonly backupGlacierAfterDays: number;
  /** Backups expire after this many days; at least 90 more than `backupGlacierAfterDays`, Glacier's minimum charge. */
  readonly backupExpireDays: number;
}

/** State in S3 with native locking: `<keyPrefix>/<environment>/<stack>.tfstate`. */
export interface S3State {
  readonly type: 's3';
  readonly bucket: string;
  readonly region: string;
  /** @default 'environments' */
  readonly keyPrefix?: string;
}

/** State in HCP Terraform: workspace `<workspacePrefix><stack>-<environment>`. */
export interface CloudState {
  readonly type: 'cloud';
  readonly organization: string;
  /** @default 'app.terraform.io' */
  readonly hostname?: string;
  /** @default - the system's name and a hyphen */
  readonly workspacePrefix?: string;
}

/** State in files on this machine; for trials only, refused in production. */
export interface LocalState {
  readonly type: 'local';
  /** Folder, relative to the project. @default '.wordpress-ha/state' */
  readonly directory?: string;
}

/** Where Terraform keeps state. */
export type StateBackend = S3State | CloudState | LocalState;

/**
 * Whether what holds data can be destroyed.
 *
 * `on`: deletion protection, `prevent_destroy` and final snapshots. `off`: none of these; refused in production.
 * `{ offUntil, reason }`: off until the end of that day (`YYYY-MM-DD`, at most seven days ahead), after which the
 * environment is refused until the line is removed: the way to destroy a production environment on purpose.
 */
export type Protection = 'on' | 'off' | { readonly offUntil: string; readonly reason: string };

/** One environment: everything in which two deployments of the site may differ. */
export interface Environment {
  /** Name and Terraform workspace: lower-case letters, digits and hyphens, at most 16. */
  readonly name: string;
  readonly stage: Stage;
  /**
   * Name of the whole system, the first part of every physical name, at most 12 characters.
   *
   * @default 'wordpress'
   */
  readonly system?: string;
  /** The only AWS account this environment may be applied to. */
  readonly accountId: string;
  readonly region: string;
  /** Two to four zones by full name; adding one replaces nothing. */
  readonly availabilityZones: readonly string[];
  readonly network: NetworkSettings;
  readonly site: SiteSettings;
  /**
   * Public name with HTTPS.
   *
   * @default - the site answers on the load balancer's own name over HTTP; refused in production
   */
  readonly domain?: SiteDomain;
  readonly fleet: FleetSettings;
  readonly database: DatabaseSettings;
  readonly storage: StorageSettings;
  /** Retention of every log group, one of the values CloudWatch Logs accepts. */
  readonly logRetentionDays: number;
  readonly protection: Protection;
  /** E-mail addresses that get alarms; each has to confirm its subscription. */
  readonly alertEmails: readonly string[];
  readonly state: StateBackend;
  /** Tags on everything besides `system`, `environment` and `managed-by`; `owner` and `cost-center` are required. */
  readonly tags: Readonly<Record<string, string>>;
}

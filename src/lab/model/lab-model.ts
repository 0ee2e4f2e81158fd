/** A part of the site as packet filters see it; `aws` and `internet` have no security group of their own. */
export type Part = 'balancer' | 'instance' | 'database' | 'files' | 'aws' | 'internet';

/** The parts, from the visitor inwards. */
export const PARTS: readonly Part[] = ['internet', 'balancer', 'instance', 'database', 'files', 'aws'];

/** All that the boot lab has to know of one environment, read from its synthesized stacks. */
export interface LabModel {
  readonly environment: string;
  readonly system: string;
  readonly region: string;
  readonly accountId: string;
  /** User data as EC2 gives it to the instance: decoded from base64, perhaps compressed. */
  readonly userData: Buffer;
  readonly instance: LabInstance;
  readonly fleet: LabFleet;
  readonly balancer: LabBalancer;
  /** Undefined when instances use none. */
  readonly database: LabDatabase | undefined;
  /** Undefined when instances mount no file system. */
  readonly files: LabFiles | undefined;
  /** The flows that security groups allow; every other one is dropped. */
  readonly packetFilters: readonly Flow[];
  readonly seed: LabSeed;
  /** The function that makes the database user; undefined when the stacks have none. */
  readonly provisioner: LabProvisioner | undefined;
}

/** A model of an environment with a database. */
export interface LabModelWithDatabase extends LabModel {
  readonly database: LabDatabase;
}

/** Whether the instances of an environment use a database. */
export function hasDatabase(model: LabModel): model is LabModelWithDatabase {
  return model.database !== undefined;
}

/** What the launch template says of an instance, and what its metadata shows. */
export interface LabInstance {
  /** Tags of the instance, with those that Auto Scaling adds. */
  readonly tags: Readonly<Record<string, string>>;
  readonly roleName: string;
  readonly profileArn: string;
  /** Hops that an answer of the metadata service survives. */
  readonly hopLimit: number;
  /** Whether the metadata service refuses requests without a session token. */
  readonly tokensRequired: boolean;
  /** Whether the metadata service shows the tags. */
  readonly tagsInMetadata: boolean;
  readonly imageId: string;
  readonly instanceType: string;
  /** Availability zones of the group's subnets, in the order of the group. */
  readonly zones: readonly string[];
}

/** The Auto Scaling group and its launch hook. */
export interface LabFleet {
  readonly groupName: string;
  readonly lifecycleHook: string;
  /** Heartbeat timeout of the launch hook in seconds: what a boot may take. */
  readonly bootSeconds: number;
  /** What happens to an instance that does not complete the hook. */
  readonly defaultResult: 'CONTINUE' | 'ABANDON';
  readonly launchTemplate: string;
  readonly minSize: number;
  readonly maxSize: number;
  /** Time after launch in which the group ignores the health of an instance, in seconds. */
  readonly graceSeconds: number;
}

/** The load balancer and its one target group. */
export interface LabBalancer {
  /** Port of the instances. */
  readonly port: number;
  readonly healthPath: string;
  /** Status codes that count as healthy, such as `200` or `200-299`. */
  readonly healthMatcher: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  readonly idleSeconds: number;
  readonly deregistrationSeconds: number;
  readonly listenerPorts: readonly number[];
  readonly listeners: readonly LabListener[];
  readonly algorithm: 'round_robin' | 'least_outstanding_requests';
  /** Seconds a visitor stays on one instance; 0 when any instance will do. */
  readonly stickySeconds: number;
  readonly forwardedFor: 'append' | 'preserve' | 'remove';
  readonly http2: boolean;
  readonly dnsName: string;
  /** Names of the site that listener rules match, such as `www.example.com`. */
  readonly hostNames: readonly string[];
}

/** One port of the load balancer. */
export interface LabListener {
  readonly port: number;
  readonly tls: boolean;
  /** Oldest version of TLS that the listener's policy takes; undefined without TLS. */
  readonly tlsVersion: '1.2' | '1.3' | undefined;
  /** First match wins. */
  readonly rules: readonly { readonly hosts: readonly string[]; readonly action: ListenerAction }[];
  readonly defaultAction: ListenerAction;
}

/** What a listener does with a request. */
export type ListenerAction =
  | { readonly type: 'forward' }
  | { readonly type: 'redirect'; readonly protocol: string; readonly port: string; readonly status: number }
  | { readonly type: 'respond'; readonly status: number; readonly contentType: string; readonly body: string };

/** The database that instances connect to. */
export interface LabDatabase {
  readonly host: string;
  readonly port: number;
  readonly name: string;
  /** The application's own user. */
  readonly user: string;
  /** Secret with the application's own user. */
  readonly secretName: string;
  readonly requireTls: boolean;
  readonly masterUser: string;
  /** Secret in which RDS keeps the master user. */
  readonly masterSecretName: string;
  readonly multiAz: boolean;
  /** Engine and version, such as `mysql 8.4`. */
  readonly engine: string;
  /** The parameter group. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

/** The shared file system. */
export interface LabFiles {
  readonly host: string;
  /** Port of NFS, plain or in TLS. */
  readonly port: number;
  readonly fileSystemId: string;
  /** Undefined when instances mount the root of the file system. */
  readonly accessPointId: string | undefined;
  /** Folder that clients of the access point see as the root; `/` without an access point. */
  readonly accessPointPath: string;
  /** Whom every client acts as; undefined without an access point. */
  readonly posixUser: { readonly uid: number; readonly gid: number } | undefined;
  /** How the folder is made when it is absent. */
  readonly owner: { readonly uid: number; readonly gid: number; readonly permissions: string } | undefined;
  /** Whether the file system policy refuses clients without TLS. */
  readonly requireTls: boolean;
}

/** A flow that the client's egress and the server's ingress both allow. */
export interface Flow {
  readonly from: Part;
  readonly to: Part;
  readonly protocol: 'tcp' | 'udp';
  readonly fromPort: number;
  readonly toPort: number;
}

/** What AWS's services hold when an instance boots. */
export interface LabSeed {
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly secure: boolean }[];
  readonly secrets: readonly LabSecret[];
  readonly buckets: readonly string[];
  readonly role: LabRole;
}

/** A secret with a value made for the lab: the same at every run, and worth nothing elsewhere. */
export interface LabSecret {
  readonly name: string;
  readonly arn: string;
  readonly value: string;
}

/** The role of the instances. */
export interface LabRole {
  readonly name: string;
  /** Who may assume it, as JSON. */
  readonly trust: string;
  /** Its policies as JSON, with every reference resolved. */
  readonly policies: readonly string[];
}

/** A Lambda function, to be run as it is: against the lab's database and emulator. */
export interface LabProvisioner {
  /** Absolute path of the archive with its code. */
  readonly archive: string;
  /** Module and function, such as `index.handler`. */
  readonly handler: string;
  /** Its environment variables. */
  readonly variables: Readonly<Record<string, string>>;
}

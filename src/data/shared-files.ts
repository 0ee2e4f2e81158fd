import { EfsAccessPoint } from '@cdktf/provider-aws/lib/efs-access-point';
import { EfsBackupPolicy } from '@cdktf/provider-aws/lib/efs-backup-policy';
import { EfsFileSystem, type EfsFileSystemConfig } from '@cdktf/provider-aws/lib/efs-file-system';
import { EfsMountTarget } from '@cdktf/provider-aws/lib/efs-mount-target';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { physicalName, type NameScope } from '../core/naming';
import type { INetwork } from '../network/i-network';
import { Connections, type IConnectable } from '../security/connections';
import { SecurityGroup } from '../security/security-group';
import type { KeyReference } from './key-reference';
import { SharedFilesPolicy } from './shared-files-policy';

const NFS_PORT = 2049;

/** `www-data` on Debian. */
const WWW_DATA = { uid: 33, gid: 33 };

/** Provisioned throughput that EFS accepts, in MiB/s (EFS API reference, CreateFileSystem). */
const PROVISIONED_MIBPS = { min: 1, max: 3414 };

/** Network, key and protection of a file system. */
export interface SharedFilesProps {
  readonly name: NameScope;
  /** Network whose isolated subnets hold the mount targets, one a zone. */
  readonly network: INetwork;
  /** Encrypts the files. Changing it replaces the file system. */
  readonly key: KeyReference;
  /** `prevent_destroy` on the file system. */
  readonly protect: boolean;
  /**
   * Throughput that is always available, in MiB/s, about USD 6 each and month; rules out the archive class.
   *
   * @default - elastic: throughput follows the load and is billed per GiB moved (USD 0.03 read, USD 0.06 written)
   */
  readonly provisionedMiBps?: number;
  /**
   * Owner of every file, whoever writes it; changing it replaces the access point but no file.
   *
   * @default - 33:33, `www-data` on Debian
   */
  readonly posixUser?: { readonly uid: number; readonly gid: number };
}

/**
 * An encrypted EFS file system with a mount target in every availability zone, reached over TLS through one access point.
 *
 * Files move to infrequent access after 30 days and to the archive after 90, and come back when they are read.
 */
export class SharedFiles extends Construct implements IConnectable {
  readonly resource: EfsFileSystem;
  readonly connections: Connections;
  readonly fileSystemId: string;
  readonly fileSystemArn: string;
  readonly accessPointId: string;
  readonly accessPointArn: string;

  constructor(scope: Construct, id: string, props: SharedFilesProps) {
    super(scope, id);
    const { name, network, key, protect, provisionedMiBps, posixUser = WWW_DATA } = props;
    this.checkThroughput(provisionedMiBps);
    const label = physicalName(name, 'files');

    const description = 'Shared files of the WordPress site';
    const group = new SecurityGroup(this, 'SecurityGroup', { network, name: label, description, port: NFS_PORT });
    this.resource = new EfsFileSystem(this, 'Resource', {
      creationToken: label,
      encrypted: true,
      kmsKeyId: key.keyArn,
      performanceMode: 'generalPurpose',
      ...throughput(provisionedMiBps),
      tags: { Name: label },
      lifecycle: { preventDestroy: protect },
    });
    const fileSystemId = this.resource.id;
    for (const { subnetId, availabilityZone } of network.subnets('isolated')) {
      const securityGroups = [group.securityGroupId];
      new EfsMountTarget(this, `MountTarget-${availabilityZone}`, { fileSystemId, subnetId, securityGroups });
    }
    const accessPoint = this.defineAccessPoint(label, posixUser);
    new SharedFilesPolicy(this, 'Policy', { fileSystem: this.resource, accessPointArn: accessPoint.arn });
    new EfsBackupPolicy(this, 'Backup', { fileSystemId, backupPolicy: { status: 'ENABLED' } });

    this.connections = new Connections(this, group.securityGroupId, NFS_PORT);
    this.fileSystemId = fileSystemId;
    this.fileSystemArn = this.resource.arn;
    this.accessPointId = accessPoint.id;
    this.accessPointArn = accessPoint.arn;
  }

  /** Clients see `/uploads` as the root and act as `user`, whoever they are on their own machine. */
  private defineAccessPoint(label: string, user: { readonly uid: number; readonly gid: number }): EfsAccessPoint {
    return new EfsAccessPoint(this, 'AccessPoint', {
      fileSystemId: this.resource.id,
      posixUser: user,
      rootDirectory: {
        path: '/uploads',
        creationInfo: { ownerUid: user.uid, ownerGid: user.gid, permissions: '0755' },
      },
      tags: { Name: label },
    });
  }

  private checkThroughput(mibps: number | undefined): void {
    const { min, max } = PROVISIONED_MIBPS;
    if (mibps === undefined || (mibps >= min && mibps <= max)) return;
    throw new ValidationError(
      this,
      `'provisionedMiBps' must be from ${min} to ${max}, got ${mibps}; leave it out for elastic throughput`,
    );
  }
}

/** The archive class needs elastic throughput (EFS user guide, 'Storage classes'). */
function throughput(
  provisionedMiBps: number | undefined,
): Pick<EfsFileSystemConfig, 'throughputMode' | 'provisionedThroughputInMibps' | 'lifecyclePolicy'> {
  const infrequent = { transitionToIa: 'AFTER_30_DAYS' };
  const archive = { transitionToArchive: 'AFTER_90_DAYS' };
  const back = { transitionToPrimaryStorageClass: 'AFTER_1_ACCESS' };
  if (provisionedMiBps === undefined) {
    return { throughputMode: 'elastic', lifecyclePolicy: [infrequent, archive, back] };
  }
  return {
    throughputMode: 'provisioned',
    provisionedThroughputInMibps: provisionedMiBps,
    lifecyclePolicy: [infrequent, back],
  };
}

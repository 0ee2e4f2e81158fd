import type { EfsFileSystem } from '@cdktf/provider-aws/lib/efs-file-system';
import { EfsFileSystemPolicy } from '@cdktf/provider-aws/lib/efs-file-system-policy';
import { Construct } from 'constructs';
import { policyDocument } from '../core/policy-document';

const MOUNT_AND_WRITE = ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'];

export interface SharedFilesPolicyProps {
  readonly fileSystem: EfsFileSystem;
  readonly accessPointArn: string;
}

/**
 * Who may mount a file system: whoever reaches a mount target, through the access point, over TLS, and never as root.
 *
 * Clients show no IAM credentials, because Debian has no mount helper that could; who reaches the mount target is the
 * security group's affair.
 */
export class SharedFilesPolicy extends Construct {
  readonly resource: EfsFileSystemPolicy;

  constructor(scope: Construct, id: string, props: SharedFilesPolicyProps) {
    super(scope, id);
    const { fileSystem, accessPointArn } = props;

    this.resource = new EfsFileSystemPolicy(this, 'Resource', {
      fileSystemId: fileSystem.id,
      policy: policyDocument([
        {
          sid: 'MountThroughAccessPoint',
          principals: { AWS: '*' },
          actions: MOUNT_AND_WRITE,
          resources: [fileSystem.arn],
          conditions: {
            Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' },
            StringEquals: { 'elasticfilesystem:AccessPointArn': accessPointArn },
          },
        },
        {
          sid: 'DenyWithoutTls',
          effect: 'Deny',
          principals: { AWS: '*' },
          actions: [...MOUNT_AND_WRITE, 'elasticfilesystem:ClientRootAccess'],
          resources: [fileSystem.arn],
          conditions: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ]),
    });
  }
}

import { LAB_ADDRESSES } from '../../addresses';
import type { LabNode } from '../../config/addresses';
import type { LabModel } from '../../model/lab-model';
import type { MetadataTree } from './metadata-server';
import type { RoleCredentials } from './emulator';

/** Who an instance is. */
export interface InstanceIdentity {
  readonly instanceId: string;
  /** Its place in the lab's network. */
  readonly node: LabNode;
  readonly zone: string;
}

/** Everything below `/latest` that an instance sees of itself. */
export function instanceMetadata(
  model: LabModel,
  identity: InstanceIdentity,
  credentials: RoleCredentials,
): MetadataTree {
  const { instanceId, zone } = identity;
  const { address, mac } = identity.node;
  const { region, accountId, instance } = model;
  const hostname = `ip-${address.replaceAll('.', '-')}.${region}.compute.internal`;
  const card = {
    'device-number': '0',
    'interface-id': `eni-${instanceId.slice(2)}`,
    'local-hostname': hostname,
    'local-ipv4s': address,
    mac,
    'owner-id': accountId,
    'security-group-ids': 'sg-0lab',
    'subnet-id': 'subnet-0lab',
    'subnet-ipv4-cidr-block': LAB_ADDRESSES.network,
    'vpc-id': 'vpc-0lab',
    'vpc-ipv4-cidr-block': LAB_ADDRESSES.network,
  };
  return {
    'meta-data': {
      'ami-id': 'ami-0lab',
      'ami-launch-index': '0',
      hostname,
      'instance-action': 'none',
      'instance-id': instanceId,
      'instance-life-cycle': 'on-demand',
      'instance-type': instance.instanceType,
      'local-hostname': hostname,
      'local-ipv4': address,
      mac,
      network: { interfaces: { macs: { [mac]: card } } },
      placement: { 'availability-zone': zone, region },
      iam: {
        info: JSON.stringify({
          Code: 'Success',
          LastUpdated: credentials.LastUpdated,
          InstanceProfileArn: instance.profileArn,
        }),
        'security-credentials': { [instance.roleName]: JSON.stringify(credentials, null, 2) },
      },
      services: { domain: 'amazonaws.com', partition: 'aws' },
      ...(instance.tagsInMetadata ? { tags: { instance: instance.tags } } : {}),
    },
    dynamic: {
      'instance-identity': {
        document: JSON.stringify({
          accountId,
          architecture: 'x86_64',
          availabilityZone: zone,
          imageId: 'ami-0lab',
          instanceId,
          instanceType: instance.instanceType,
          pendingTime: credentials.LastUpdated,
          privateIp: address,
          region,
          version: '2017-09-30',
        }),
      },
    },
    'user-data': model.userData,
  };
}

import { EFSClient, paginateDescribeAccessPoints, paginateDescribeMountTargets } from '@aws-sdk/client-efs';
import type { FoundObject } from '../inventory';
import type { ClientSettings } from './client-settings';

export async function mountTargets(settings: ClientSettings, fileSystemId: string): Promise<readonly FoundObject[]> {
  const client = new EFSClient(settings);
  const found: FoundObject[] = [];
  for await (const { MountTargets = [] } of paginateDescribeMountTargets({ client }, { FileSystemId: fileSystemId })) {
    for (const { MountTargetId: id = '', SubnetId = '' } of MountTargets) {
      found.push({
        id,
        label: `${id} in ${SubnetId}`,
        values: { id, file_system_id: fileSystemId, subnet_id: SubnetId },
      });
    }
  }
  return found;
}

export async function accessPoints(settings: ClientSettings, fileSystemId: string): Promise<readonly FoundObject[]> {
  const client = new EFSClient(settings);
  const found: FoundObject[] = [];
  for await (const { AccessPoints = [] } of paginateDescribeAccessPoints({ client }, { FileSystemId: fileSystemId })) {
    for (const { AccessPointId: id = '', RootDirectory } of AccessPoints) {
      found.push({ id, label: `${id} of ${RootDirectory?.Path ?? '/'}`, values: { id, file_system_id: fileSystemId } });
    }
  }
  return found;
}

export { BackupsBucket, type BackupsBucketProps } from './backups-bucket';
export type { BucketLifecycle, StorageClass, Transition } from './bucket-lifecycle';
export { Database } from './database';
export type { DatabaseProps } from './database-props';
export { DatabaseReplica, type DatabaseReplicaProps } from './database-replica';
export { DatabaseUser, type DatabaseUserProps } from './database-user/database-user';
export type { KeyReference } from './key-reference';
export { LogsBucket, type LogsBucketProps } from './logs-bucket';
export { MediaBucket, type MediaBucketProps } from './media-bucket';
export {
  PrivateBucket,
  type BucketBasics,
  type IAccessLogTarget,
  type IBucket,
  type PrivateBucketProps,
} from './private-bucket';
export { ReleasesBucket, type ReleasesBucketProps } from './releases-bucket';
export { SharedFiles, type SharedFilesProps } from './shared-files';

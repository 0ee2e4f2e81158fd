export { policyDocument, type PolicyStatement } from '../core/policy-document';
export { BackupRole, type BackupRoleProps } from './backup-role';
export { Connections, type IConnectable } from './connections';
export { EncryptionKey, type EncryptionKeyProps } from './encryption-key';
export type { InstanceAccess } from './instance-permissions';
export { InstanceRole, type InstanceRoleProps } from './instance-role';
export type { KeyUser } from './key-policy';
export { SecurityGroup, type SecurityGroupProps } from './security-group';

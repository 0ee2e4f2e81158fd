import type { Rule } from '../../rule/rule';
import { ABORT_MULTIPART } from './abort-multipart';
import { BUCKET_ACCESS_LOGGING } from './access-logging';
import { ACCOUNT_PUBLIC_ACCESS_BLOCK } from './account-public-access-block';
import { ACLS_DISABLED } from './acls-disabled';
import { BUCKET_ENCRYPTION } from './encryption';
import { BUCKET_NOTIFICATIONS } from './event-notifications';
import { NO_FORCE_DESTROY } from './force-destroy';
import { GLACIER_VAULT_POLICY } from './glacier-vault-policy';
import { BUCKET_KMS_ENCRYPTION } from './kms-encryption';
import { BUCKET_LIFECYCLE } from './lifecycle';
import { LIFECYCLE_ORDER } from './lifecycle-order';
import { MFA_DELETE } from './mfa-delete';
import { NO_LOCK_OUT } from './no-lock-out';
import { NO_PUBLIC_POLICY } from './no-public-policy';
import { ARCHIVE_OBJECT_LOCK } from './object-lock';
import { PREVENT_DESTROY } from './prevent-destroy';
import { PUBLIC_ACCESS_BLOCK } from './public-access-block';
import { PUBLIC_ACCESS_SWITCHES } from './public-access-switches';
import { PUBLIC_ACL } from './public-acl';
import { BUCKET_REPLICATION } from './replication';
import { BUCKET_TLS_ONLY } from './tls-only';
import { BUCKET_VERSIONING } from './versioning';

/** Every rule of this folder. */
export const S3_RULES: readonly Rule[] = [
  ABORT_MULTIPART,
  ACCOUNT_PUBLIC_ACCESS_BLOCK,
  ACLS_DISABLED,
  ARCHIVE_OBJECT_LOCK,
  BUCKET_ACCESS_LOGGING,
  BUCKET_ENCRYPTION,
  BUCKET_KMS_ENCRYPTION,
  BUCKET_LIFECYCLE,
  BUCKET_NOTIFICATIONS,
  BUCKET_REPLICATION,
  BUCKET_TLS_ONLY,
  BUCKET_VERSIONING,
  GLACIER_VAULT_POLICY,
  LIFECYCLE_ORDER,
  MFA_DELETE,
  NO_FORCE_DESTROY,
  NO_LOCK_OUT,
  NO_PUBLIC_POLICY,
  PREVENT_DESTROY,
  PUBLIC_ACCESS_BLOCK,
  PUBLIC_ACCESS_SWITCHES,
  PUBLIC_ACL,
];

import type { IConstruct } from 'constructs';
import type { Environment } from '../src/config';
import type { DatabaseUser } from '../src/data';
import { suppress } from '../src/suppression';

/** Day on which what follows from the design is looked at again. */
const REVIEW = '2027-11-20';

/** Day by which passwords of WordPress's database user have to rotate, or somebody decides anew. */
const ROTATION_DUE = '2027-05-20';

/** Accepts that a bucket with data has no copy in another region, tells nobody of its objects, and knows no MFA. */
export function acceptAtBucket(bucket: IConstruct, { tags }: Environment): void {
  const accept = accepting(bucket, tags);
  accept('WPHA-S3-019', 'the site lives in one region by design; versions bring back what is deleted or overwritten');
  accept('WPHA-S3-020', 'nothing listens to events of objects; access logs and alarms tell what has to be known');
  acceptWithoutMfa(bucket, { tags });
}

/** Accepts that versions are deleted without MFA. */
export function acceptWithoutMfa(bucket: IConstruct, { tags }: Pick<Environment, 'tags'>): void {
  accepting(bucket, tags)(
    'WPHA-S3-022',
    'only the root user can switch MFA delete on, and Terraform could change the bucket no more; no role of the site may delete versions',
  );
}

/** Accepts that backups are not locked. */
export function acceptUnlockedArchive(archive: IConstruct, { tags }: Environment): void {
  accepting(archive, tags)(
    'WPHA-S3-021',
    'the role that writes backups cannot delete, and versions keep for 30 days what is overwritten; a lock would also keep what the law wants erased',
  );
}

/** Accepts that reads and writes of the state are not logged to another bucket. */
export function acceptUnloggedState(bucket: IConstruct, { tags }: Environment): void {
  accepting(bucket, tags)(
    'WPHA-S3-013',
    'the bucket is made before any that could take its log; who has to know of every read turns on data events of CloudTrail',
  );
}

/** Accepts that MySQL listens where MySQL listens. */
export function acceptUsualPort(database: IConstruct, { tags }: Environment): void {
  accepting(database, tags)(
    'WPHA-RDS-017',
    'only the security group of the instances reaches the port, in subnets without a way out; many plugins assume 3306',
  );
}

/** Accepts that the secrets of WordPress do not change by themselves. */
export function acceptLastingSecrets(databaseUser: DatabaseUser, { tags }: Environment): void {
  const [user, salts] = ['Secret', 'Salts'].map((id) => databaseUser.node.findChild(id)) as [IConstruct, IConstruct];
  accepting(user, tags)(
    'WPHA-KMS-007',
    'instances read the password when they boot, so a rotation needs a second user in turn; until then the function changes it by hand',
    ROTATION_DUE,
  );
  accepting(salts, tags)(
    'WPHA-KMS-007',
    'new salts sign every visitor and editor out; they are changed by hand after an incident',
  );
}

function accepting(
  construct: IConstruct,
  { owner = '' }: Environment['tags'],
): (rule: string, reason: string, expires?: string) => void {
  // every sound environment has the tag, and suppress() refuses an empty owner
  return (rule, reason, expires = REVIEW) => suppress(construct, { rule, reason, owner, expires });
}

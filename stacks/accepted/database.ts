import type { IConstruct } from 'constructs';
import type { Environment } from '../../src/config';
import type { Database, DatabaseUser } from '../../src/data';
import { acceptor } from './acceptor';

/** Day by which passwords of WordPress's database user have to rotate, or somebody decides anew. */
const ROTATION_DUE = '2027-05-20';

/** Lambda attaches a function to a VPC by these, and refuses a role that limits them to resources. */
const ATTACH_TO_VPC = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:UnassignPrivateIpAddresses',
];

/** Accepts that MySQL listens where MySQL listens. */
export function acceptAtDatabase(database: Database, environment: Environment): void {
  acceptor(database, environment)(
    'WPHA-RDS-017',
    'only the security group of the instances reaches the port, in subnets without a way out; many plugins assume 3306',
  );
}

/**
 * Accepts that the secrets of WordPress do not change by themselves, and that the function's role may do to every network
 * interface what attaches it to the VPC.
 */
export function acceptAtDatabaseUser(databaseUser: DatabaseUser, environment: Environment): void {
  const [user, salts] = ['Secret', 'Salts'].map((id) => databaseUser.node.findChild(id)) as [IConstruct, IConstruct];
  acceptor(user, environment)(
    'WPHA-KMS-007',
    'instances read the password when they boot, so a rotation needs a second user in turn; until then the function changes it by hand',
    { expires: ROTATION_DUE },
  );
  acceptor(salts, environment)(
    'WPHA-KMS-007',
    'new salts sign every visitor and editor out; they are changed by hand after an incident',
  );
  const accept = acceptor(databaseUser, environment);
  for (const finding of ATTACH_TO_VPC) {
    accept(
      'WPHA-IAM-010',
      'Lambda refuses a narrower resource; the next statement denies the same to the code of the function',
      { finding },
    );
  }
}

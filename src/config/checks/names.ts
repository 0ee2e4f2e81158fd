import { NAME_LIMITS, physicalName } from '../../core/naming';
import { matching, type Check } from '../check';
import type { Environment } from '../environment';
import { problem } from '../problem';

/** Lower-case words with single hyphens between them, the form that every service accepts. */
const WORDS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_SYSTEM = 12;
const LONGEST_ENVIRONMENT = 16;

/** Physical names that come nearest to AWS's limits; a bucket's carries the account id because all of AWS shares them. */
const PHYSICAL_NAMES: readonly { what: string; limit: number; parts: (environment: Environment) => string[] }[] = [
  { what: 'load balancer', limit: NAME_LIMITS.loadBalancer, parts: () => ['web'] },
  { what: 'database', limit: NAME_LIMITS.databaseInstance, parts: () => ['database-replica'] },
  { what: 'function', limit: NAME_LIMITS.lambdaFunction, parts: () => ['database-user'] },
  { what: 'role', limit: NAME_LIMITS.iamRole, parts: () => ['database-user-function'] },
  { what: 'bucket', limit: NAME_LIMITS.s3Bucket, parts: ({ accountId }) => ['releases', accountId] },
];

/** First words of names that a service keeps for itself. */
const RESERVED_FIRST_WORDS: Readonly<Record<string, string>> = {
  'amzn-s3-demo': 'S3',
  aws: 'Systems Manager',
  internal: 'Elastic Load Balancing',
  ssm: 'Systems Manager',
  sthree: 'S3',
};

/** The system's name when an environment gives none. */
const DEFAULT_SYSTEM = 'wordpress';

const nameIsWellFormed: Check = function* ({ name }) {
  yield* matching(
    'name',
    name,
    WORDS,
    'must be lower-case letters, digits and single hyphens, starting with a letter',
    `write it like 'staging'`,
  );
  if (name.length > LONGEST_ENVIRONMENT) {
    yield problem(
      'name',
      `must have at most ${LONGEST_ENVIRONMENT} characters`,
      name,
      `shorten it by ${name.length - LONGEST_ENVIRONMENT}`,
    );
  }
};

const nameIsNotTerraformsOwn: Check = function* ({ name }) {
  if (name === 'default') {
    yield problem('name', `must not be Terraform's own workspace`, name, `choose another name such as 'development'`);
  }
};

const systemIsWellFormed: Check = function* ({ system }) {
  if (system === undefined) return;
  yield* matching(
    'system',
    system,
    WORDS,
    'must be lower-case letters, digits and single hyphens, starting with a letter',
    `write it like 'wordpress'`,
  );
  if (system.length > LONGEST_SYSTEM) {
    yield problem(
      'system',
      `must have at most ${LONGEST_SYSTEM} characters`,
      system,
      `shorten it by ${system.length - LONGEST_SYSTEM}`,
    );
  }
};

const systemIsNotReserved: Check = function* ({ system = DEFAULT_SYSTEM }) {
  for (const [word, service] of Object.entries(RESERVED_FIRST_WORDS)) {
    // parameters are refused by their first letters, the other names by their first word
    const reserved = service === 'Systems Manager' ? system.startsWith(word) : `${system}-`.startsWith(`${word}-`);
    if (reserved)
      yield problem(
        'system',
        `must not start with '${word}', which ${service} reserves`,
        system,
        'choose another name',
      );
  }
};

const physicalNamesFit: Check = function* (environment) {
  const { name, system = DEFAULT_SYSTEM } = environment;
  // longer ones are reported by their own rule
  if (name.length > LONGEST_ENVIRONMENT || system.length > LONGEST_SYSTEM) return;
  for (const { what, limit, parts } of PHYSICAL_NAMES) {
    const physical = physicalName({ system, environment: name }, ...parts(environment));
    const excess = physical.length - limit;
    if (excess > 0) {
      yield problem(
        'name',
        `must keep the ${what}'s name within ${limit} characters`,
        physical,
        `shorten 'name' or 'system' by ${excess}`,
      );
    }
  }
};

export const nameChecks: readonly Check[] = [
  nameIsWellFormed,
  nameIsNotTerraformsOwn,
  systemIsWellFormed,
  systemIsNotReserved,
  physicalNamesFit,
];

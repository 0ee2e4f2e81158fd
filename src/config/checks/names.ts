import { matching, type Check } from '../check';
import { problem } from '../problem';

/** Lower-case words with single hyphens between them, the form that every service accepts. */
const WORDS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** With `LONGEST_ENVIRONMENT`, keeps every physical name within `NAME_LIMITS`; the load balancer's is the tightest. */
export const LONGEST_SYSTEM = 12;
export const LONGEST_ENVIRONMENT = 16;

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

export const nameChecks: readonly Check[] = [
  nameIsWellFormed,
  nameIsNotTerraformsOwn,
  systemIsWellFormed,
  systemIsNotReserved,
];

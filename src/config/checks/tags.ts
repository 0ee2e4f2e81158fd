import type { Check } from '../check';
import { printed } from '../printed';
import { problem } from '../problem';
import { segment } from '../shape';

/** Tags that stacks and constructs set themselves. */
export const OWN_TAGS = ['system', 'environment', 'stack', 'managed-by', 'role', 'settings', 'Name'];
const REQUIRED_TAGS = ['owner', 'cost-center'];
/** AWS allows 50 tags a resource. */
const MOST_TAGS = 50 - OWN_TAGS.length;
/** EC2 API, Tag: one less than other services. */
const LONGEST_KEY = 127;
const LONGEST_VALUE = 256;
/** What EC2 allows when instances read their tags from metadata, as ours do: no spaces, no slashes. */
const KEY = /^[A-Za-z0-9+\-=._:@]+$/;
/** What the strictest services (IAM, EFS) allow in values. */
const VALUE = /^[\p{L}\p{N} _.:/=+\-@]*$/u;

const field = (key: string): string => `tags${segment(key)}`;

const requiredTagsAreGiven: Check = function* ({ tags }) {
  for (const key of REQUIRED_TAGS) {
    const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
    if (value === undefined)
      yield problem(field(key), 'must be given, to know whom to ask and who pays', value, 'add it');
    else if (value.trim() === '') yield problem(field(key), 'must not be empty', value, 'fill it in');
  }
};

const tagsAreFew: Check = function* ({ tags }) {
  const { length } = Object.keys(tags);
  const rule = `must be at most ${MOST_TAGS} tags, because AWS allows 50 with the ${OWN_TAGS.length} set here`;
  if (length > MOST_TAGS) yield problem('tags', rule, Symbol(`${length} tags`), `remove ${length - MOST_TAGS}`);
};

const keysAreWellFormed: Check = function* ({ tags }) {
  for (const key of Object.keys(tags)) {
    if (key.length > LONGEST_KEY) {
      yield problem(
        field(key),
        `must have a key of at most ${LONGEST_KEY} characters`,
        key,
        `shorten it by ${key.length - LONGEST_KEY}`,
      );
    } else if (!KEY.test(key) || ['.', '..', '_index'].includes(key)) {
      const rule = 'must have a key of letters, digits and + - = . _ : @ (instance metadata allows no others)';
      yield problem(field(key), rule, key, 'rename it');
    } else if (/^aws:/i.test(key)) {
      yield problem(field(key), `must not have a key starting with 'aws:', which AWS reserves`, key, 'rename it');
    }
  }
};

const keysAreNotOurs: Check = function* ({ tags }) {
  for (const key of Object.keys(tags)) {
    const own = OWN_TAGS.find((tag) => tag.toLowerCase() === key.toLowerCase());
    if (own !== undefined)
      yield problem(
        field(key),
        `must not replace the tag '${own}', which is set automatically`,
        tags[key],
        'remove it',
      );
  }
};

const keysDifferInMoreThanCase: Check = function* ({ tags }) {
  const keys = Object.keys(tags);
  for (const [index, key] of keys.entries()) {
    const other = keys.slice(0, index).find((before) => before.toLowerCase() === key.toLowerCase());
    if (other !== undefined)
      yield problem(
        field(key),
        `must differ from ${printed(other)} in more than case, for IAM's sake`,
        key,
        'remove one',
      );
  }
};

const valuesAreWellFormed: Check = function* ({ tags }) {
  for (const [key, value] of Object.entries(tags)) {
    if (value.length > LONGEST_VALUE) {
      yield problem(
        field(key),
        `must have at most ${LONGEST_VALUE} characters`,
        value,
        `shorten it by ${value.length - LONGEST_VALUE}`,
      );
    } else if (!VALUE.test(value)) {
      yield problem(
        field(key),
        'must be letters, digits, spaces and _ . : / = + - @',
        value,
        'remove the other characters',
      );
    } else if (/^aws:/i.test(value)) {
      yield problem(field(key), `must not start with 'aws:', which AWS reserves`, value, 'change it');
    }
  }
};

export const tagChecks: readonly Check[] = [
  requiredTagsAreGiven,
  tagsAreFew,
  keysAreWellFormed,
  keysAreNotOurs,
  keysDifferInMoreThanCase,
  valuesAreWellFormed,
];

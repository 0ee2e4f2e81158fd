import type { Rule } from '../../rule/rule';
import { CREATE_BEFORE_DESTROY } from './create-before-destroy';
import { DNSSEC } from './dnssec';
import { CERTIFICATE_KEY_SIZE } from './key-size';
import { NO_DANGLING_RECORD } from './no-dangling-record';
import { NO_WILDCARD_NAME } from './no-wildcard-name';
import { QUERY_LOGGING } from './query-logging';
import { TRANSPARENCY_LOGGING } from './transparency-logging';

/** Every rule of this folder. */
export const DNS_RULES: readonly Rule[] = [
  CREATE_BEFORE_DESTROY,
  DNSSEC,
  CERTIFICATE_KEY_SIZE,
  NO_DANGLING_RECORD,
  NO_WILDCARD_NAME,
  QUERY_LOGGING,
  TRANSPARENCY_LOGGING,
];

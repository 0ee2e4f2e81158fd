import { defineRule } from '../../rule/rule';
import { INSTANCE_TYPES } from './templates';
import { judgeUserData, type UserDataFinding } from './user-data-findings';

/** Apache's `Options Indexes` and nginx's `autoindex on`. */
const LISTINGS = [
  { part: 'Options Indexes', pattern: /^[ \t]*Options\b(?:[ \t]+[+-]?\w+)*?[ \t]+\+?Indexes\b/im },
  { part: 'autoindex', pattern: /^[^#\n]*\bautoindex[ \t]+on[ \t]*;/im },
];

export const NO_DIRECTORY_LISTING = defineRule({
  id: 'WPHA-EC2-502',
  title: 'web servers list no directories',
  severity: 'medium',
  pack: 'wordpress',
  appliesTo: INSTANCE_TYPES,
  rows: [],
  maps: {},
  why: 'A listing shows uploads, backups and the versions of plugins to everybody who asks for a folder.',
  fix: "Write 'Options -Indexes' for Apache, or 'autoindex off' for nginx.",
  check: (instance) => judgeUserData(instance, listings),
});

function listings(text: string): readonly UserDataFinding[] {
  return LISTINGS.filter(({ pattern }) => pattern.test(text)).map(({ part }) => ({
    part,
    message: `the web server lists directories (${part})`,
  }));
}

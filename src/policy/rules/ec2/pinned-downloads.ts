import { defineRule } from '../../rule/rule';
import { INSTANCE_TYPES } from './templates';
import { judgeUserData, type UserDataFinding } from './user-data-findings';

const ADDRESS = /https?:\/\/[^\s'"`;|)>]+/g;

/** Names in addresses of what changes without its address changing: branches, and releases called the latest. */
const MOVING = /\/(?:master|main|trunk|develop|gh-pages|HEAD)(?:\/|$)|[/-]latest(?:[./-]|$)/;

/** What an instance asks of its own metadata, whose version is called latest too. */
const METADATA = /^https?:\/\/(?:169\.254\.169\.254|\[fd00:ec2::254\])\//;

export const PINNED_DOWNLOADS = defineRule({
  id: 'WPHA-EC2-501',
  title: 'user data downloads nothing that changes under its address',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: INSTANCE_TYPES,
  rows: [],
  maps: {},
  why: 'Whoever can push to the branch, or publish the next release, runs code on every new instance, and no two instances need be the same.',
  fix: 'Download a release by its version and check its digest, or put it into a bucket of your own.',
  check: (instance) => judgeUserData(instance, moving),
});

function moving(text: string): readonly UserDataFinding[] {
  const addresses = [...text.matchAll(ADDRESS)]
    .map(([address]) => address)
    .filter((address) => MOVING.test(address) && !METADATA.test(address));
  return [...new Set(addresses)].map((part) => ({
    part,
    message: `it downloads ${part}, which may change at any time`,
  }));
}

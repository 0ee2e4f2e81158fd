import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

const DEFAULT_PORT = 6379;

export const CACHE_PORT = defineRule({
  id: 'WPHA-CACHE-009',
  title: 'caches listen on a port of their own',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_elasticache_replication_group'],
  rows: ['CACHE-009'],
  maps: { cdkNag: ['AwsSolutions-AEC5'] },
  why: 'Scanners that got into the network try the default port first; it hides the cache from little more than that.',
  fix: "Set 'port' to another number, or suppress it: security groups and the password protect the cache.",
  check: (cache) =>
    expectValue(cache, 'port', (value) => !value.is(DEFAULT_PORT), { wanted: `other than ${DEFAULT_PORT}` }),
});

import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { pass } from '../../rule/verdict';
import { INSTANCE_TYPES } from './templates';

export const HOP_LIMIT = defineRule({
  id: 'WPHA-EC2-002',
  title: 'credentials of an instance stay on it',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: INSTANCE_TYPES,
  rows: ['EC2-002'],
  maps: { checkov: ['CKV_AWS_341'], fsbp: ['AutoScaling.4'] },
  why: 'With more than one hop a container or a proxy on the instance can fetch its credentials as well.',
  fix: "Set 'http_put_response_hop_limit' to 1 in 'metadata_options'; an image may say 2 where nobody does.",
  check: (instance) =>
    instance.get('metadata_options.http_endpoint').is('disabled')
      ? pass()
      : expectOneOf(instance, 'metadata_options.http_put_response_hop_limit', [1]),
});

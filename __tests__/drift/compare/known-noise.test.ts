import type { JsonObject } from '../../../src/terraform/json';
import { brief, driftOf, planOf } from '../plan-fixture';

const RULE = { rule_no: 200, from_port: 1024, to_port: 65535 };

/** What a clean apply leaves in `resource_drift`, seen with provider 5.100.0. */
test.each<[string, string, JsonObject, JsonObject, JsonObject]>([
  [
    'protocols and codes of an ACL that AWS answers as numbers',
    'aws_network_acl.Isolated',
    { egress: [{ ...RULE, protocol: 'tcp', icmp_code: null }] },
    { egress: [{ ...RULE, protocol: '6', icmp_code: 0 }] },
    { egress: [{ ...RULE, protocol: 'tcp' }] },
  ],
  [
    'settings of a block that nobody chose',
    'aws_s3_bucket_server_side_encryption_configuration.Logs',
    { rule: [{ sse_algorithm: 'AES256', bucket_key_enabled: null }] },
    { rule: [{ sse_algorithm: 'AES256', bucket_key_enabled: false }] },
    { rule: [{ sse_algorithm: 'AES256' }] },
  ],
  ['what AWS fills in later', 'aws_eip.Nat', { association_id: '' }, { association_id: 'eipassoc-1' }, {}],
  [
    'counters of a file system',
    'aws_efs_file_system.Files',
    { number_of_mount_targets: 0 },
    { number_of_mount_targets: 2 },
    {},
  ],
  [
    'a certificate that is in use and was renewed',
    'aws_acm_certificate.Site',
    { renewal_eligibility: 'INELIGIBLE', not_after: '2026-11-21T06:00:07Z', renewal_summary: [] },
    {
      ...{ renewal_eligibility: 'ELIGIBLE', not_after: '2027-11-21T06:00:07Z' },
      renewal_summary: [{ renewal_status: 'SUCCESS' }],
    },
    {},
  ],
  [
    'the moment up to which a database can be restored',
    'aws_db_instance.Main',
    { latest_restorable_time: '2026-11-21T06:00:07Z' },
    { latest_restorable_time: '2026-11-21T06:08:41Z' },
    {},
  ],
  [
    'a configured list in the provider’s own form',
    'aws_lb_listener.Http',
    { default_action: [{ type: 'forward', order: 1 }, { type: 'x' }] },
    { default_action: [{ type: 'forward', order: 2 }, { type: 'x' }] },
    { default_action: [{ type: 'forward' }, { type: 'x' }] },
  ],
])('%s', (_case, address, applied, live, body) => {
  const [type = '', name = ''] = address.split('.');

  const { findings } = driftOf(planOf({ address, applied, live }), [{ resource: { [type]: { [name]: body } } }]);

  expect(findings).toEqual([]);
});

test('a bucket shows what its versioning resource sets, and that is no finding', () => {
  const bucket = {
    address: 'aws_s3_bucket.Media',
    applied: { id: 'media', versioning: [{ enabled: false }] },
    live: { id: 'media', versioning: [{ enabled: true }] },
  };
  const versioning = { address: 'aws_s3_bucket_versioning.Media', applied: { bucket: 'media', status: 'Enabled' } };

  expect(driftOf(planOf(bucket, versioning)).findings).toEqual([]);
  expect(driftOf(planOf(bucket)).findings.map(brief)).toEqual(['observed aws_s3_bucket.Media versioning[0].enabled']);
});

test('a topic shows the policy of its policy resource, and that is no finding', () => {
  const topic = {
    address: 'aws_sns_topic.Alarms',
    applied: { arn: 'a', policy: '{"Id":"1"}' },
    live: { arn: 'a', policy: '{"Id":"2"}' },
  };
  const policy = { address: 'aws_sns_topic_policy.Alarms', applied: { arn: 'a' } };

  expect(driftOf(planOf(topic, policy)).findings).toEqual([]);
});

test('a switch turned off in the resource itself is a finding all the same', () => {
  const applied = { deletion_protection: true };
  const plan = planOf({
    address: 'aws_db_instance.Main',
    applied,
    live: { deletion_protection: false },
    planned: applied,
  });

  expect(driftOf(plan).findings.map(brief)).toEqual(['revertable aws_db_instance.Main deletion_protection']);
});

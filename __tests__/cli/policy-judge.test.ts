import { policyJudge } from '../../src/cli/session/policy-judge';
import type { DriftedObject } from '../../src/drift';
import type { JsonObject } from '../../src/terraform/json';

const BUCKET = { address: 'aws_s3_bucket.Media', values: { id: 'media', bucket: 'media' } };
const SHIELD = {
  address: 'aws_s3_bucket_public_access_block.Media',
  values: { bucket: 'media', block_public_acls: true },
};

/** A plan that changes nothing; a resource without values is one that was deleted outside. */
function planWith(...resources: readonly { address: string; values: JsonObject | null }[]): JsonObject {
  const named = resources.map(({ address, values }) => {
    const [type = '', name = ''] = address.split('.');
    return { address, type, name, mode: 'managed', values };
  });
  return {
    format_version: '1.2',
    planned_values: {},
    configuration: {
      root_module: { resources: named.map((resource) => ({ ...resource, expressions: {} })) },
    },
    resource_changes: named.map(({ values, ...entry }) => ({
      ...entry,
      change: { actions: [values === null ? 'create' : 'no-op'], before: values, after: values ?? {} },
    })),
  };
}

function judged(plan: JsonObject, ...objects: readonly Omit<DriftedObject, 'stack' | 'sensitive'>[]): string[][] {
  const judge = policyJudge([{ stack: 'data', json: plan }], '2026-11-21');
  const answers = judge(objects.map((object) => ({ stack: 'data', sensitive: {}, ...object })));
  return answers.map((list) => list.map(({ rule }) => rule));
}

function openRule(port: number): Omit<DriftedObject, 'stack' | 'sensitive'> {
  const type = 'aws_vpc_security_group_ingress_rule';
  const rule = {
    ip_protocol: 'tcp',
    from_port: port,
    to_port: port,
    cidr_ipv4: '0.0.0.0/0',
    security_group_id: 'sg-1',
  };
  return { address: `${type}.stray_${port}`, type, before: null, after: rule };
}

test('a port that was opened to the world breaks the rule that says so', () => {
  expect(judged(planWith(BUCKET, SHIELD), openRule(22))[0]).toContain('WPHA-SG-007');
});

test('what was broken before the drift is no consequence of it', () => {
  const key = { address: 'aws_kms_key.Data', values: { enable_key_rotation: false, description: 'b' } };
  const drifted = { type: 'aws_kms_key', before: { ...key.values, description: 'a' }, after: key.values };

  expect(judged(planWith(key), { address: key.address, ...drifted })).toEqual([[]]);
});

test('a shield that is gone is told of the shield and not of what changed beside it', () => {
  const gone = {
    address: SHIELD.address,
    type: 'aws_s3_bucket_public_access_block',
    before: SHIELD.values,
    after: null,
  };
  const tagged = { type: 'aws_eip', before: { tags: {} }, after: { tags: { a: '1' } } };
  const plan = planWith(BUCKET, { ...SHIELD, values: null }, { address: 'aws_eip.A', values: tagged.after });

  const [shield, address] = judged(plan, gone, { address: 'aws_eip.A', ...tagged });

  expect(shield).toContain('WPHA-S3-001');
  expect(address).toEqual([]);
});

test('no message quotes what terraform marks sensitive', () => {
  const judge = policyJudge([{ stack: 'data', json: planWith(BUCKET) }], '2026-11-21');

  const answer = judge([{ stack: 'data', sensitive: true, ...openRule(22) }]);

  expect(JSON.stringify(answer)).not.toContain('0.0.0.0/0');
});

test('a stack that declares nothing is left out', () => {
  const empty = { stack: 'web', json: { format_version: '1.2', resource_changes: [] } };

  expect(policyJudge([empty], '2026-11-21')([])).toEqual([]);
});

import type { JsonObject } from '../../../src/terraform/json';
import { brief, driftOf, planOf, type ResourceFixture } from '../plan-fixture';

const SSH = {
  protocol: 'tcp',
  from_port: 22,
  to_port: 22,
  cidr_blocks: ['0.0.0.0/0'],
  security_groups: [],
  self: false,
};
const WEB = { protocol: 'tcp', from_port: 80, to_port: 80, cidr_blocks: [], security_groups: ['sg-lb'], self: false };

function group(...ingress: readonly JsonObject[]): ResourceFixture {
  return {
    address: 'aws_security_group.Web',
    applied: { id: 'sg-web', ingress: [], egress: [] },
    live: { id: 'sg-web', ingress, egress: [] },
  };
}

const webRule: ResourceFixture = {
  address: 'aws_vpc_security_group_ingress_rule.FromLb',
  applied: {
    security_group_id: 'sg-web',
    ip_protocol: 'tcp',
    from_port: 80,
    to_port: 80,
    referenced_security_group_id: 'sg-lb',
  },
};

test('a rule that has a resource of its own is no finding on the group', () => {
  expect(driftOf(planOf(group(WEB), webRule)).findings).toEqual([]);
});

test('a rule added by hand to a group with separate rules is found, though no apply sees it', () => {
  const { findings } = driftOf(planOf(group(WEB, SSH), webRule));

  expect(findings.map(brief)).toEqual(['invisible aws_security_group.Web ingress']);
  expect(findings[0]?.detail).toBe('ingress rule that terraform does not manage: tcp 22 from 0.0.0.0/0');
});

test('a rule added by hand stays found after an apply has taken it into the state', () => {
  const adopted = { id: 'sg-web', ingress: [WEB, SSH], egress: [] };

  expect(driftOf(planOf({ address: 'aws_security_group.Web', applied: adopted }, webRule)).findings.map(brief)).toEqual(
    ['invisible aws_security_group.Web ingress'],
  );
});

test('a rule managed by a neighbour stack is no finding', () => {
  const { findings } = driftOf(planOf(group(WEB)), [], { neighbours: [planOf(webRule)] });

  expect(findings).toEqual([]);
});

test('one more source in a rule that AWS merged is found', () => {
  const merged = { ...WEB, cidr_blocks: ['10.0.0.0/8'] };

  expect(driftOf(planOf(group(merged), webRule)).findings[0]?.detail).toContain('tcp 80 from 10.0.0.0/8');
});

test('rules that the configuration of the group lists itself are left to the plan', () => {
  const inline = [{ resource: { aws_security_group: { Web: { ingress: [SSH] } } } }];

  expect(
    driftOf(planOf({ address: 'aws_security_group.Web', applied: { id: 'sg-web', ingress: [SSH] } }), inline).findings,
  ).toEqual([]);
});

test.each([
  [
    'all traffic without ports',
    { protocol: '-1', from_port: 0, to_port: 0 },
    { ip_protocol: '-1', from_port: null, to_port: null },
  ],
  [
    'a protocol by number',
    { protocol: 'tcp', from_port: 80, to_port: 80 },
    { ip_protocol: '6', from_port: 80, to_port: 80 },
  ],
])('%s is recognised as managed', (_case, live, managed) => {
  const rule = {
    address: webRule.address,
    applied: { ...managed, security_group_id: 'sg-web', cidr_ipv4: '0.0.0.0/0' },
  };

  expect(driftOf(planOf(group({ ...live, cidr_blocks: ['0.0.0.0/0'] }), rule)).findings).toEqual([]);
});

test('a group that may call itself is recognised by its own id', () => {
  const rule = { address: webRule.address, applied: { ...webRule.applied, referenced_security_group_id: 'sg-web' } };

  expect(driftOf(planOf(group({ ...WEB, security_groups: [], self: true }), rule)).findings).toEqual([]);
});

test('an aws_security_group_rule manages what it lists', () => {
  const rule = {
    security_group_id: 'sg-web',
    type: 'ingress',
    protocol: 'tcp',
    from_port: 22,
    to_port: 22,
    cidr_blocks: ['0.0.0.0/0'],
  };

  expect(driftOf(planOf(group(SSH), { address: 'aws_security_group_rule.Ssh', applied: rule })).findings).toEqual([]);
});

test('a policy attached to a role by hand is found beside the managed one', () => {
  const role = {
    address: 'aws_iam_role.Web',
    applied: { name: 'web', managed_policy_arns: ['arn:a', 'arn:admin'], inline_policy: [] },
  };
  const attachment = { address: 'aws_iam_role_policy_attachment.A', applied: { role: 'web', policy_arn: 'arn:a' } };

  expect(driftOf(planOf(role, attachment)).findings.map(({ detail }) => detail)).toEqual([
    'attached policy that terraform does not manage: arn:admin',
  ]);
});

test.each<[string, ResourceFixture, ResourceFixture]>([
  [
    'inline policies of a role',
    { address: 'aws_iam_role.Web', applied: { name: 'web', inline_policy: [{ name: 'read', policy: '{}' }] } },
    { address: 'aws_iam_role_policy.Read', applied: { role: 'web', name: 'read' } },
  ],
  [
    'routes of a route table',
    {
      address: 'aws_route_table.Public',
      applied: { id: 'rtb-1', route: [{ cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' }] },
    },
    { address: 'aws_route.Internet', applied: { route_table_id: 'rtb-1', destination_cidr_block: '0.0.0.0/0' } },
  ],
  [
    'rules of a network acl',
    {
      address: 'aws_network_acl.Public',
      applied: { id: 'acl-1', ingress: [{ rule_no: 100, action: 'allow', cidr_block: '0.0.0.0/0' }] },
    },
    { address: 'aws_network_acl_rule.In', applied: { network_acl_id: 'acl-1', rule_number: 100, egress: false } },
  ],
  [
    'the policy of a bucket',
    { address: 'aws_s3_bucket.Media', applied: { id: 'media', policy: '{"Statement":[]}' } },
    { address: 'aws_s3_bucket_policy.Media', applied: { bucket: 'media' } },
  ],
])('%s are found when they have no resource, and only then', (_case, parent, managed) => {
  expect(driftOf(planOf(parent)).findings.map((finding) => finding.class)).toEqual(['invisible']);
  expect(driftOf(planOf(parent, managed)).findings).toEqual([]);
});

test('rules that terraform marks sensitive are not described', () => {
  const secret = { ...group(SSH), sensitive: { ingress: true } };

  expect(JSON.stringify(driftOf(planOf(secret)))).not.toContain('0.0.0.0/0');
});

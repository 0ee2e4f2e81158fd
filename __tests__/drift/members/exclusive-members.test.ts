import type { Consequence, DriftedObject } from '../../../src/drift';
import { brief, driftOf, planOf, reportOf, type ResourceFixture } from '../plan-fixture';

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const ATTACHED = 'aws_iam_role_policy_attachments_exclusive.Web';
const INLINE = 'aws_iam_role_policies_exclusive.Web';
const BAD: Consequence = { rule: 'WPHA-IAM-003', severity: 'critical', message: 'it may do everything' };

/** A role as AWS has it. */
function role(arns: readonly string[], inline: readonly string[] = []): ResourceFixture {
  const inline_policy = inline.map((name) => ({ name, policy: '{}' }));
  return { address: 'aws_iam_role.Web', applied: { name: 'web', managed_policy_arns: arns, inline_policy } };
}

function attachment(arn: string, rest: Partial<ResourceFixture> = {}): ResourceFixture {
  return { address: 'aws_iam_role_policy_attachment.A', applied: { role: 'web', policy_arn: arn }, ...rest };
}

/** What lets the role have some managed policies only, and what it finds. */
function attached(wanted: readonly string[], found: readonly string[], rest: Partial<ResourceFixture> = {}) {
  const configured = { role_name: 'web', policy_arns: wanted };
  const live = { role_name: 'web', policy_arns: found };
  return { address: ATTACHED, applied: configured, live, planned: configured, ...rest };
}

function inline(wanted: readonly string[], found: readonly string[]): ResourceFixture {
  const configured = { role_name: 'web', policy_names: wanted };
  return { address: INLINE, applied: configured, live: { role_name: 'web', policy_names: found }, planned: configured };
}

test('a policy attached by hand is undone by the next apply of what lists the policies, and told once', () => {
  const plan = planOf(role(['arn:a', ADMIN]), attachment('arn:a'), attached(['arn:a'], ['arn:a', ADMIN]));

  expect(driftOf(plan).findings).toMatchObject([
    {
      ...{ class: 'revertable', address: ATTACHED, type: 'aws_iam_role_policy_attachments_exclusive' },
      ...{ action: 'update', attributes: [{ path: 'policy_arns', sensitive: false }] },
      detail: `attached policy that terraform does not manage: ${ADMIN}`,
      object: { type: 'aws_iam_role_policy_attachment', id: ADMIN },
    },
  ]);
});

test('so is an inline policy', () => {
  const managed = { address: 'aws_iam_role_policy.Read', applied: { role: 'web', name: 'read' } };
  const plan = planOf(role([], ['read', 'by-hand']), managed, inline(['read'], ['by-hand', 'read']));

  expect(driftOf(plan).findings).toMatchObject([
    { class: 'revertable', address: INLINE, object: { type: 'aws_iam_role_policy', id: 'by-hand' } },
  ]);
});

test('what was added is judged by its content, as bad as where no apply removes it', () => {
  const judged: DriftedObject[] = [];
  const judge = (objects: readonly DriftedObject[]) => {
    judged.push(...objects);
    return objects.map(() => [BAD]);
  };
  const stray = role([ADMIN]);

  const removed = driftOf(planOf(stray, attached([], [ADMIN])), [], { judge }).findings;
  const kept = driftOf(planOf(stray), [], { judge }).findings;

  expect(judged.map(({ type, before, after }) => ({ type, before, after }))).toEqual(
    Array(2).fill({
      ...{ type: 'aws_iam_role_policy_attachment', before: null, after: { role: 'web', policy_arn: ADMIN } },
    }),
  );
  expect([...removed, ...kept].map((finding) => [finding.class, finding.severity])).toEqual([
    ['revertable', 'critical'],
    ['invisible', 'critical'],
  ]);
  expect(driftOf(planOf(stray, attached([], [ADMIN]))).findings[0]?.severity).toBe('high');
});

test('two of them are two findings', () => {
  const { findings } = driftOf(planOf(role(['arn:b', ADMIN]), attached([], ['arn:b', ADMIN])));

  expect(findings.map(({ object }) => object?.id)).toEqual(['arn:aws:iam::aws:policy/AdministratorAccess', 'arn:b']);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('it stays the same finding after an apply of something else has taken it into the state', () => {
  const before = driftOf(planOf(role([ADMIN]), attached([], [ADMIN]))).findings;
  const state = { role_name: 'web', policy_arns: [ADMIN] };
  const after = driftOf(planOf(role([ADMIN]), attached([], [], { applied: state, live: undefined }))).findings;

  expect(after.map(brief)).toEqual([`revertable ${ATTACHED} policy_arns`]);
  expect(after[0]?.fingerprint).toBe(before[0]?.fingerprint);
});

test('a member whose resource was deleted is told there, and only there', () => {
  const gone = attachment('arn:a', { live: null, planned: { role: 'web', policy_arn: 'arn:a' } });
  const plan = planOf(role([]), gone, attached(['arn:a'], []));

  expect(driftOf(plan).findings.map(brief)).toEqual([`deleted ${gone.address}`]);
});

test('a member deleted and another added are two findings', () => {
  const gone = attachment('arn:a', { live: null, planned: { role: 'web', policy_arn: 'arn:a' } });
  const plan = planOf(role([ADMIN]), gone, attached(['arn:a'], [ADMIN]));

  expect(driftOf(plan).findings.map(brief).toSorted()).toEqual([
    `deleted ${gone.address}`,
    `revertable ${ATTACHED} policy_arns`,
  ]);
});

test('what nothing else tells is told of the list itself', () => {
  const missing = driftOf(planOf(role([]), attached(['arn:a'], []))).findings;
  const elsewhere = driftOf(planOf(attached([], [ADMIN]))).findings;

  expect([...missing, ...elsewhere].map((finding) => [brief(finding), finding.object])).toEqual(
    Array(2).fill([`revertable ${ATTACHED} policy_arns`, undefined]),
  );
});

test('a policy that the list names needs no resource of its own', () => {
  expect(driftOf(planOf(role(['arn:a']), attached(['arn:a'], ['arn:a']))).findings).toEqual([]);
});

test.each<[string, ResourceFixture]>([
  ['is about another role', { ...attached([], []), applied: { role_name: 'other' }, live: undefined }],
  ['is not applied yet', { address: ATTACHED, planned: { role_name: 'web', policy_arns: [] } }],
])('a list that %s removes nothing', (_case, list) => {
  const [stray] = driftOf(planOf(role([ADMIN]), list)).findings;

  expect(stray).toMatchObject({ class: 'invisible', address: 'aws_iam_role.Web', action: 'none' });
});

test('a list whose changes are ignored removes nothing', () => {
  const ignoring = { lifecycle: { ignore_changes: ['policy_arns'] }, policy_arns: [] };
  const configuration = { resource: { aws_iam_role_policy_attachments_exclusive: { Web: ignoring } } };
  const plan = planOf(role([ADMIN]), attached([], [ADMIN], { planned: undefined }));

  expect(driftOf(plan, [configuration]).findings.map(brief)).toEqual([
    'invisible aws_iam_role.Web managed_policy_arns',
    `accepted ${ATTACHED} policy_arns`,
  ]);
});

test('an ignore rule for the one object takes it out', () => {
  const rule = { address: ATTACHED, object: ADMIN, reason: 'until the audit', owner: 'ops', expires: '2027-01-01' };
  const report = reportOf(planOf(role([ADMIN, 'arn:b']), attached([], [ADMIN, 'arn:b'])), { ignore: [rule] });

  expect(report.stacks[0]?.findings.map(({ object }) => object?.id)).toEqual(['arn:b']);
  expect(report.ignoreProblems).toEqual([]);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/core/errors';
import { planOf, type ResourceFixture } from '../drift/plan-fixture';
import type { PlanJson } from '../../src/terraform/plan/plan-json';
import { FOUNDATION_OUTPUTS, projectFolder, wordpressHa, type World, NO_DRIFT_SERVICES } from './support';

const VPC = { address: 'aws_vpc.Network', applied: { id: 'vpc-1', enable_dns_support: true } };
const CHANGED = { ...VPC, live: { id: 'vpc-1', enable_dns_support: false }, planned: VPC.applied };
const ALARM = { address: 'aws_sns_topic.Alarms', applied: { id: 't' }, live: null, planned: { id: 't' } };
const BASELINE = 'drift baseline --owner web-team --reason found-when-we-began';

function worldOf(...resources: readonly ResourceFixture[]): World {
  return {
    scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans: [planOf(...resources) as unknown as PlanJson] } },
  };
}

test('a baseline lets the next check pass until it expires', async () => {
  const written = await wordpressHa(BASELINE, worldOf(CHANGED));
  const next = await wordpressHa('drift --stack foundation', worldOf(CHANGED));

  expect(written.stdout).toBe("1 rule written to 'drift.json', until 2026-12-21; 0 findings left to look at\n");
  expect(JSON.parse(readFileSync(join(projectFolder(), 'drift.json'), 'utf8'))).toMatchObject({
    ignore: [{ stack: 'foundation', address: 'aws_vpc.Network', attribute: 'enable_dns_support', owner: 'web-team' }],
  });
  expect({ exitCode: next.exitCode, stdout: next.stdout }).toEqual({
    exitCode: 0,
    stdout: '1 finding ignored by rules\ndevelopment: 0 drifted, 0 pending, 0 noted, in 1 stack\n',
  });
});

test('a baseline leaves deletions to be looked at', async () => {
  const { stdout } = await wordpressHa(BASELINE, worldOf(CHANGED, ALARM));

  expect(stdout).toContain('1 finding left to look at');
  expect((await wordpressHa('drift', worldOf(CHANGED, ALARM))).exitCode).toBe(2);
});

test('no baseline is written when a stack could not be checked', async () => {
  const { exitCode, stderr } = await wordpressHa(BASELINE, {
    scripts: { ...worldOf(CHANGED).scripts, web: { fails: { plan: new UserError('expired token') } } },
  });

  expect(exitCode).toBe(1);
  expect(stderr).toContain('no baseline is written: web: expired token');
});

test('a baseline tells all that is wrong with its options', async () => {
  const { exitCode, stderr } = await wordpressHa('drift baseline --reason no --days 0');

  expect(exitCode).toBe(1);
  expect(stderr).toContain(
    "'--reason' must have at least 10 characters, got 'no'\n" +
      "'--owner' is required: the team or person who answers for the drift\n" +
      "'--days' must be a whole number from 1 to 366, got '0'",
  );
});

test('a named file of ignore rules is read, and its problems end the check', async () => {
  writeFileSync(join(projectFolder(), 'rules.json'), JSON.stringify({ ignore: [{ address: '*' }] }));

  const { exitCode, stderr } = await wordpressHa('drift --ignore rules.json', worldOf(CHANGED));

  expect(exitCode).toBe(1);
  expect(stderr).toContain("rule 1 in 'rules.json': 'reason' is required, as a text");
});

test.each([
  ['info', 2],
  ['medium', 2],
  ['high', 0],
])('drift of medium severity at the threshold %s ends with %i', async (threshold, code) => {
  expect((await wordpressHa(`drift --stack foundation --threshold ${threshold}`, worldOf(CHANGED))).exitCode).toBe(
    code,
  );
});

test.each([
  ['--threshold bad', "'--threshold' must be one of info, low, medium, high, critical, got 'bad'"],
  ['--format pdf', "'--format' must be one of table, json, markdown, sarif, junit, html, got 'pdf'"],
])('%s is refused before anything is planned', async (option, message) => {
  const { exitCode, stderr, terraform } = await wordpressHa(`drift ${option}`, worldOf(CHANGED));

  expect({ exitCode, planned: terraform.size }).toEqual({ exitCode: 1, planned: 0 });
  expect(stderr).toContain(message);
});

test.each([
  ['json', '"environment": "development"'],
  ['markdown', '## Drift of development'],
  ['sarif', '"version": "2.1.0"'],
  ['junit', '<testsuites name="wordpress-ha drift development"'],
  ['html', '<!doctype html>'],
])('the report as %s', async (format, part) => {
  expect((await wordpressHa(`drift --format ${format}`, worldOf(CHANGED))).stdout).toContain(part);
});

test('what could not be listed never reads as no drift', async () => {
  const refused = new UserError("subnets of 'vpc-1' cannot be listed: AccessDenied");
  const inventory = () => Promise.resolve({ read: () => Promise.reject(refused) });

  const { exitCode, stderr } = await wordpressHa('drift', {
    ...worldOf(VPC),
    services: { drift: { ...NO_DRIFT_SERVICES, inventory } },
  });

  expect(exitCode).toBe(1);
  expect(stderr).toContain("foundation: subnets of 'vpc-1' cannot be listed: AccessDenied");
});

test('what lies beside the stacks is found', async () => {
  const stray = { id: 'subnet-9', label: 'subnet-9 (10.9.0.0/16)', values: { id: 'subnet-9' } };
  const inventory = () =>
    Promise.resolve({ read: ({ kind }: { kind: string }) => Promise.resolve(kind === 'subnets' ? [stray] : []) });

  const { exitCode, stdout } = await wordpressHa('drift', {
    ...worldOf(VPC),
    services: { drift: { ...NO_DRIFT_SERVICES, inventory } },
  });

  expect(exitCode).toBe(2);
  expect(stdout).toContain('subnet that terraform does not manage: subnet-9 (10.9.0.0/16)');
  expect(stdout).toContain('aws ec2 delete-subnet --subnet-id subnet-9 --region eu-central-1');
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, wordpressHa, type World } from './support';

const balancers = (...names: readonly string[]): World => {
  const aws_lb = Object.fromEntries(names.map((name) => [name, { internal: true }]));
  return { stacks: { web: { configuration: { resource: { aws_lb } } } } };
};
const OPEN = { resource: { aws_db_instance: { main: { publicly_accessible: true, storage_encrypted: true } } } };
const file = (): string => join(projectFolder(), 'policy.json');
const content = (): { suppressions: Record<string, string>[] } =>
  JSON.parse(readFileSync(file(), 'utf8')) as { suppressions: Record<string, string>[] };

test('accepts exactly what is found today, so that the next check passes and a new mistake does not', async () => {
  const before = await wordpressHa('policy check', balancers('main'));
  const { exitCode, stdout } = await wordpressHa('policy baseline --owner web-team', balancers('main'));

  expect([before.exitCode, exitCode]).toEqual([2, 0]);
  expect(stdout).toMatch(/^development: \d+ findings? accepted until 2027-02-19 in 'policy.json'\n$/);
  expect(content().suppressions).toContainEqual({
    rule: 'WPHA-ELB-007',
    stack: 'web',
    address: 'aws_lb.main',
    finding: 'access_logs.enabled',
    reason: 'found when the policy was introduced on 2026-11-21',
    owner: 'web-team',
    expires: '2027-02-19',
  });
  expect((await wordpressHa('policy check', balancers('main'))).exitCode).toBe(0);
  expect((await wordpressHa('policy check', balancers('main', 'second'))).exitCode).toBe(2);
});

test('adds to the file that is there and writes nothing twice', async () => {
  await wordpressHa('policy baseline --owner web-team', balancers('main'));
  const first = content().suppressions;
  await wordpressHa('policy baseline --owner ops-team --expires 2027-01-31', balancers('main', 'second'));
  const second = content().suppressions;
  await wordpressHa('policy baseline --owner web-team', balancers('main', 'second'));

  expect(second.slice(0, first.length)).toEqual(first);
  expect(second.slice(first.length).map(({ address, owner }) => [address, owner])).toEqual(
    first.map(() => ['aws_lb.second', 'ops-team']),
  );
  expect(content().suppressions).toEqual(second);
});

test('says what cannot be accepted and exits 2', async () => {
  const { exitCode, stdout } = await wordpressHa('policy baseline --owner web-team', {
    stacks: { data: { configuration: OPEN } },
  });

  expect(exitCode).toBe(2);
  expect(stdout).toContain('1 finding cannot be accepted and must be repaired:\n  WPHA-RDS-002 data/');
});

test('makes the file that is named', async () => {
  await wordpressHa('policy baseline --owner web-team --suppressions accepted.json', balancers('main'));

  expect(existsSync(file())).toBe(false);
  expect((await wordpressHa('policy check --suppressions accepted.json', balancers('main'))).exitCode).toBe(0);
});

test.each([
  ['policy baseline', "'--owner' is required, as a text"],
  ['policy baseline --owner a --reason old', "'--reason' must have at least 10 characters, got 'old'"],
  ['policy baseline --owner a --expires soon', "'--expires' must be a day such as 2027-05-31, got 'soon'"],
  [
    'policy baseline --owner a --expires 2027-11-23',
    "'--expires' must be a day from 2026-11-21 to 2027-11-22, got '2027-11-23'",
  ],
  ['policy baseline --owner a --expires 2026-11-20', "'--expires' must be a day from 2026-11-21 to 2027-11-22"],
])('refuses %s and writes nothing', async (line, message) => {
  const { exitCode, stderr } = await wordpressHa(line, balancers('main'));

  expect(exitCode).toBe(1);
  expect(stderr).toContain(message);
  expect(existsSync(file())).toBe(false);
});

test('leaves a broken file as it is', async () => {
  writeFileSync(file(), '{"suppressions": [');
  const { exitCode, stderr } = await wordpressHa('policy baseline --owner web-team', balancers('main'));

  expect(exitCode).toBe(1);
  expect(stderr).toContain("policy.json' cannot be read");
  expect(readFileSync(file(), 'utf8')).toBe('{"suppressions": [');
});

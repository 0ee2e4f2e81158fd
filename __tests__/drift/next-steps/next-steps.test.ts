import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { NextStep, StackPlace } from '../../../src/drift';
import { commandLine } from '../../../src/drift/next-steps/shell';
import { planOf, reportOf, type ResourceFixture } from '../plan-fixture';

const PRODUCTION = readFileSync(join(__dirname, '../../../stacks/environments/production.ts'), 'utf8');
const PLACE: StackPlace = {
  ...{
    environment: 'production',
    workspace: 'production',
    directory: 'cdktf.out/production/stacks/data',
    stack: 'data',
  },
  environmentFile: { path: 'stacks/environments/production.ts', text: PRODUCTION },
  madeBy: (address) => `data/Made, stacks/data-stack.ts:7:3 (${address})`,
};

function stepsFor(resource: ResourceFixture, ...others: readonly ResourceFixture[]): readonly NextStep[] {
  return reportOf(planOf(resource, ...others), { place: PLACE }).stacks[0]?.findings[0]?.nextSteps ?? [];
}

function changed(type: string, applied: object, change: object): ResourceFixture {
  return { address: `${type}.It`, applied: { ...applied }, live: { ...applied, ...change }, planned: { ...applied } };
}

test('the patch that adopts a setting of the environment is one that git takes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'adopt-'));
  const [, adopt] = stepsFor(
    changed('aws_db_instance', { instance_class: 'x', multi_az: true }, { instance_class: "db.'m", multi_az: false }),
  );
  try {
    mkdirSync(join(folder, dirname(PLACE.environmentFile?.path ?? '')), { recursive: true });
    writeFileSync(join(folder, PLACE.environmentFile?.path ?? ''), PRODUCTION);
    writeFileSync(join(folder, adopt?.edit?.file ?? ''), adopt?.edit?.text ?? '');

    const { status, stderr } = spawnSync('bash', ['-c', (adopt?.commands ?? []).join('\n')], {
      cwd: folder,
      encoding: 'utf8',
    });

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const patched = readFileSync(join(folder, 'stacks/environments/production.ts'), 'utf8');
    const lines = patched.split('\n').filter((line) => !PRODUCTION.includes(line));
    expect(lines.map((line) => line.trim().replace(/ \/\/.*/, '')).toSorted()).toEqual([
      "instanceClass: 'db.\\'m',",
      'multiAz: false,',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each<[string, ResourceFixture]>([
  [
    'the environment does not decide it',
    changed('aws_db_instance', { copy_tags_to_snapshot: true }, { copy_tags_to_snapshot: false }),
  ],
  [
    'only a part of it is decided by the environment',
    changed('aws_db_instance', { multi_az: true, port: 3306 }, { multi_az: false, port: 3307 }),
  ],
  [
    'the value is a secret',
    {
      ...changed('aws_db_instance', { instance_class: 'a' }, { instance_class: 'b' }),
      sensitive: { instance_class: true },
    },
  ],
])('names the construct to edit where %s', (_case, resource) => {
  const [revert, adopt] = stepsFor(resource);

  expect(revert?.kind).toBe('revert');
  expect(adopt?.summary).toContain('at data/Made, stacks/data-stack.ts:7:3');
  expect(adopt?.edit).toBeUndefined();
});

test('says that a revert replaces before it gives the command', () => {
  const resource = { ...changed('aws_ebs_volume', { zone: 'a' }, { zone: 'b' }), replaces: true };

  expect(stepsFor(resource)[0]?.summary).toBe('replace it: read the plan first');
});

test('what was deleted is made again, or taken out of the state', () => {
  const gone = { address: 'aws_route.Out["a b"]', type: 'aws_route', applied: { id: 'r' }, live: null };
  const terraform = 'TF_WORKSPACE=production terraform -chdir=cdktf.out/production/stacks/data';

  expect(stepsFor({ ...gone, planned: { id: 'r' } }).map(({ commands }) => commands[0])).toEqual([
    `${terraform} plan '-target=aws_route.Out["a b"]' -out=revert.tfplan`,
    `${terraform} state rm 'aws_route.Out["a b"]'`,
  ]);
  expect(stepsFor({ ...gone, planned: null }).map(({ kind }) => kind)).toEqual(['adopt']);
});

test('what is pending is applied', () => {
  const pending = { address: 'aws_vpc.It', applied: { a: 1 }, planned: { a: 2 } };

  expect(stepsFor(pending).map(({ commands }) => commands)).toEqual([
    ['wordpress-ha apply --environment production --stack data'],
  ]);
});

test('a stray that is sensitive is not described by a command', () => {
  const rule = { protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['10.9.8.0/24'] };
  const group = { address: 'aws_security_group.It', applied: { id: 'sg-1', ingress: [rule] } };

  expect(stepsFor(group).map(({ kind }) => kind)).toEqual(['delete']);
  expect(stepsFor({ ...group, sensitive: { ingress: true } })).toEqual([]);
});

test('a stray that the next apply removes is left to it, or removed by hand', () => {
  const names = (policy_names: readonly string[]) => ({ role_name: 'web', policy_names });
  const inline_policy = [{ name: 'by-hand', policy: '{}' }];
  const role = { address: 'aws_iam_role.It', applied: { name: 'web', inline_policy } };
  const list = {
    address: 'aws_iam_role_policies_exclusive.It',
    ...{ applied: names([]), live: names(['by-hand']), planned: names([]) },
  };

  expect(stepsFor(role, list).map(({ kind, commands }) => [kind, commands[0]])).toEqual([
    [
      'revert',
      'TF_WORKSPACE=production terraform -chdir=cdktf.out/production/stacks/data plan ' +
        '-target=aws_iam_role_policies_exclusive.It -out=revert.tfplan',
    ],
    ['delete', 'aws iam delete-role-policy --role-name web --policy-name by-hand'],
  ]);
});

test('words of a command are what a shell hands on', () => {
  const words = ['plain', "it's", '$HOME `x` "y"', 'a\\b', '*', ''];

  const { stdout } = spawnSync('bash', ['-c', commandLine('printf', '%s\\n', ...words)], { encoding: 'utf8' });

  expect(stdout.split('\n').slice(0, -1)).toEqual(words);
});

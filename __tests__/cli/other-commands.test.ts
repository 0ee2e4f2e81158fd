import type { StateLock } from '../../src/terraform/locks/state-lock';
import { FOUNDATION_OUTPUTS, SANDBOX, wordpressHa, type World } from './support';

const LOCK: StateLock = {
  id: 'lock-1',
  operation: 'OperationTypeApply',
  who: 'ann@build',
  created: '2026-11-21T11:00:00Z',
  terraformVersion: '1.11.4',
  location: 's3://states/web.tfstate.tflock',
};

describe('outputs', () => {
  const scripts = {
    foundation: { outputs: { ...FOUNDATION_OUTPUTS, vpcId: { value: 'vpc-1', sensitive: false } } },
    web: { outputs: { url: { value: 'http://x', sensitive: false }, token: { value: 'hidden', sensitive: true } } },
  };

  test('shows every output but never a sensitive value', async () => {
    const { stdout, exitCode } = await wordpressHa('outputs', { scripts });

    expect(stdout).toBe('foundation\n  vpcId = vpc-1\nweb\n  token = (sensitive)\n  url = http://x\n');
    expect(exitCode).toBe(0);
  });

  test('shows those that cdktf adds only with --all', async () => {
    const { stdout } = await wordpressHa('outputs --all', { scripts });

    expect(stdout).toContain('cross-stack-output-vpc = vpc-1');
  });

  test('says so when a stack has none', async () => {
    expect((await wordpressHa('outputs --stack web')).stdout).toBe('web  no outputs\n');
  });
});

describe('unlock', () => {
  function locked(world: World = {}): World {
    const readStateLock = ({ name }: { name: string }) => Promise.resolve(name === 'web' ? LOCK : undefined);
    return { services: { readStateLock }, ...world };
  }

  test('says so when nothing is locked', async () => {
    const { exitCode, stdout } = await wordpressHa('unlock -e staging');

    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'staging: no stack is locked\n' });
  });

  test('explains the lock and leaves it when nobody can be asked', async () => {
    const { exitCode, stdout, terraform } = await wordpressHa('unlock -e staging', locked());

    expect(stdout).toContain('ann@build');
    expect(stdout).toContain("web: not released; '--force' releases it");
    expect(terraform.size).toBe(0);
    expect(exitCode).toBe(2);
  });

  test.each([
    ['--force', 'unlock -e staging --force', undefined],
    ['the id of the lock', 'unlock -e staging', ['lock-1']],
  ])('releases it with %s', async (_case, line, answers) => {
    const { exitCode, terraform } = await wordpressHa(line, locked(answers === undefined ? {} : { answers }));

    expect(terraform.get('web')?.calls.at(-1)).toBe('forceUnlock lock-1');
    expect(exitCode).toBe(0);
  });

  test('leaves it when another answer is given', async () => {
    const { exitCode, terraform } = await wordpressHa('unlock -e staging', locked({ answers: ['yes'] }));

    expect(terraform.size).toBe(0);
    expect(exitCode).toBe(2);
  });
});

test('environments lists what the app knows', async () => {
  const { stdout } = await wordpressHa('environments', { protection: 'off until 2026-11-28' });

  expect(stdout).toBe(
    [
      'name         stage    account       region        zones  state        protection            domain',
      'development  staging  123456789012  eu-central-1  a b    s3://states  off until 2026-11-28  -',
      '',
    ].join('\n'),
  );
});

describe('sandbox', () => {
  test('up tells how to look around and what the emulator cannot do', async () => {
    const { stdout } = await wordpressHa('sandbox up -e staging');

    expect(stdout).toContain(`the sandbox runs on ${SANDBOX.endpoint} as account 123456789012`);
    expect(stdout).toContain("  export AWS_ENDPOINT_URL=http://127.0.0.1:5555\n  export AWS_PROFILE=''\n");
    expect(stdout).toContain('  wordpress-ha apply -e staging --sandbox\n');
    expect(stdout).toContain('  aws_example.attribute: cannot');
  });

  test('down and status tell what they found', async () => {
    expect((await wordpressHa('sandbox down')).stdout).toBe(
      'the sandbox on http://127.0.0.1:5555 and everything in it is gone\n',
    );
    expect((await wordpressHa('sandbox status')).stdout).toContain('since 2026-11-21T00:00:00.000Z (process 4711)');
  });
});

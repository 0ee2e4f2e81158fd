import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../../src/cli/context';
import { recorded } from '../drift/attribution/support';
import { planOf, type ResourceFixture } from '../drift/plan-fixture';
import type { PlanJson } from '../../src/terraform/plan/plan-json';
import { FOUNDATION_OUTPUTS, NO_DRIFT_SERVICES, projectFolder, wordpressHa, type Outcome, type World } from './support';

const VPC = { address: 'aws_vpc.Network', applied: { id: 'vpc-1', tags: { Name: 'site' } } };
const CHANGED = { ...VPC, live: { id: 'vpc-1', tags: { Name: 'hacked' } }, planned: VPC.applied };
const EVENT = recorded({ name: 'CreateTags', parameters: { resourcesSet: { items: [{ resourceId: 'vpc-1' }] } } });
const WEBHOOK = 'https://hooks.example.com/planted-secret';

function plan(...resources: readonly ResourceFixture[]): PlanJson {
  return planOf(...resources) as unknown as PlanJson;
}

/** Drift is looked for in a world where the VPC is as given. */
function look(line: string, vpc: ResourceFixture, drift: Partial<Services['drift']> = {}): Promise<Outcome> {
  const world: World = {
    scripts: {
      foundation: { outputs: FOUNDATION_OUTPUTS, plans: [plan(vpc)] },
      web: { plans: [plan({ address: 'aws_lb.Public', applied: { id: '1' } })] },
    },
    variables: { AWS_REGION: 'eu-west-1', WORDPRESS_HA_WEBHOOK_URL: WEBHOOK },
    services: {
      drift: {
        ...NO_DRIFT_SERVICES,
        trail: () => Promise.resolve(() => Promise.resolve([EVENT])),
        fetch: () => Promise.reject(new Error(`connect ECONNREFUSED ${WEBHOOK}`)),
        ...drift,
      },
    },
  };
  return wordpressHa(`drift ${line}`.trim(), world);
}

test('tells who made a change, and that it is unknown when CloudTrail does not know', async () => {
  const known = await look('', CHANGED);
  const unknown = await look('', CHANGED, { trail: () => Promise.resolve(() => Promise.resolve([])) });

  expect(known.stdout).toContain(
    '  by Administrator/alice from 203.0.113.7 with CreateTags at 2026-11-20T10:00:00.000Z\n',
  );
  expect(unknown.stdout).toContain('  by whom is unknown: no call of the last 90 days');
});

test('asks nobody when nothing drifted, or when it must not', async () => {
  const trail = (): Promise<never> => Promise.reject(new Error('asked'));

  expect((await look('', VPC, { trail })).exitCode).toBe(0);
  expect((await look('--no-who', CHANGED, { trail })).exitCode).toBe(2);
});

test('two checks of the same drift are one message, its repair is another', async () => {
  const sent: string[] = [];
  const fetch = (_url: string, init: RequestInit): Promise<Response> => {
    sent.push((JSON.parse(init.body as string) as { text: string }).text);
    return Promise.resolve(new Response('ok'));
  };
  const checks = [CHANGED, CHANGED, VPC, VPC];
  const texts: string[] = [];
  for (const vpc of checks) texts.push((await look('--history kept --notify webhook', vpc, { fetch })).stdout);

  expect(sent.map((text) => text.split('\n')[0])).toEqual([
    'development: drift: 1 new, 1 open',
    'development: drift: 1 resolved, 0 open',
  ]);
  expect(texts[0]).toContain('  new; by Administrator/alice');
  expect(texts[1]).toMatch(/ {2}continuing, since \S+; by Administrator\/alice/);

  const { stdout, exitCode } = await wordpressHa('drift stats --history kept');
  expect(stdout).toMatch(
    /^development: 0 open; 1 found, 1 resolved, after 0 hours on average; last check \S+\n +1 times {2}aws_vpc tags\n$/,
  );
  expect(exitCode).toBe(0);
});

test('what nobody could be told of is told with the next check, and the address of a webhook is never told', async () => {
  const failed = await look('--history kept --notify webhook', VPC);
  const down = await look('--history kept --notify webhook', CHANGED);
  const sent: unknown[] = [];
  const back = await look('--history kept --notify webhook', CHANGED, {
    fetch: (_url, init) => {
      sent.push(init.body);
      return Promise.resolve(new Response('ok'));
    },
  });

  expect(failed.exitCode).toBe(0);
  expect(down).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('the webhook cannot be reached') as string,
  });
  expect(down.stderr).toContain('it is told with the next check');
  expect(sent).toEqual([expect.stringContaining('development: drift: 1 new, 1 open')]);
  expect(back.exitCode).toBe(2);
  const kept = readFileSync(join(projectFolder(), 'kept/development/history.json'), 'utf8');
  expect([failed, down, back].map(({ stdout, stderr }) => stdout + stderr).join('') + kept).not.toContain(
    'planted-secret',
  );
});

test.each([
  ['--notify webhook', "'--notify' and '--remind-after' need '--history', which tells what is new"],
  [
    '--history kept --notify me',
    "'--notify' must be the ARN of an SNS topic, 'webhook' or 'github:OWNER/REPOSITORY', got 'me'",
  ],
  ['--history kept --notify github:acme/site', "'--notify github:acme/site' needs the variable GITHUB_TOKEN; set it"],
  ['--history kept --remind-after soon', "'--remind-after' must be a number of days from 0 to 366, got 'soon'"],
  ['--history gs://bucket', "'--history' must be a folder or s3://BUCKET/PREFIX, got 'gs://bucket'"],
  ['stats', "'--history' is required"],
  ['stats --history nothing', "'nothing' holds no history of 'development'; keep one by"],
])('refuses %s', async (line, message) => {
  const { exitCode, stderr, stdout } = await look(line, CHANGED);

  expect(stderr).toContain(message);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
});

test('writes the policy of a role that can only look', async () => {
  const { stdout, exitCode } = await wordpressHa(
    'drift role --history s3://reports/drift --topic arn:aws:sns:eu-west-1:123456789012:drift',
  );
  const { Statement } = JSON.parse(stdout) as { Statement: { Sid: string; Resource: string[] }[] };

  expect(Statement.find(({ Sid }) => Sid === 'KeepReports')?.Resource).toEqual(['arn:aws:s3:::reports/drift/*']);
  expect(Statement.find(({ Sid }) => Sid === 'FindReports')?.Resource).toEqual(['arn:aws:s3:::reports']);
  expect(Statement.at(-1)).toMatchObject({ Sid: 'ChangeNothing', Effect: 'Deny', Resource: ['*'] });
  expect(exitCode).toBe(0);
});

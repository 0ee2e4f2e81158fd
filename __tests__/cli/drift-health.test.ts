import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/core/errors';
import type { AlarmQuestion, AlarmState, DriftDocument, FleetDocument } from '../../src/drift';
import { planOf, type ResourceFixture } from '../drift/plan-fixture';
import type { JsonObject } from '../../src/terraform/json';
import type { PlanJson } from '../../src/terraform/plan/plan-json';
import { FOUNDATION_OUTPUTS, NO_DRIFT_SERVICES, wordpressHa, writeAssembly, type Outcome, type World } from './support';

const VPC = { address: 'aws_vpc.Network', applied: { id: 'vpc-1', tags: { Name: 'site' } } };
const DRIFTED = { ...VPC, live: { id: 'vpc-1', tags: { Name: 'hacked' } }, planned: VPC.applied };
const PENDING = { ...VPC, planned: { id: 'vpc-1', tags: { Name: 'shop' } } };
const ALARM = { address: 'aws_cloudwatch_metric_alarm.Errors', applied: { alarm_name: 'errors' } };
const QUIET = { address: 'aws_cloudwatch_composite_alarm.Site', applied: { alarm_name: 'site' } };
const IN_ALARM = {
  ...{ name: 'errors', state: 'ALARM', since: '2026-11-21T11:00:00.000Z' },
  reason: 'Threshold Crossed: 9 errors',
};
const FAILING = {
  address: { kind: 'check', to_display: 'check.site_answers' },
  status: 'fail',
  instances: [{ status: 'fail', problems: [{ message: 'the site must answer with 200' }] }],
};

interface Health {
  readonly vpc?: ResourceFixture;
  readonly alarms?: readonly ResourceFixture[];
  readonly checks?: readonly JsonObject[];
  readonly states?: readonly AlarmState[];
  readonly refusal?: UserError;
  readonly services?: World['services'];
}

interface HealthOutcome extends Outcome {
  readonly asked: readonly AlarmQuestion[];
}

/** Looks for drift where checks and alarms are as given; nothing else drifted unless the VPC did. */
async function look(line: string, health: Health = {}): Promise<HealthOutcome> {
  const asked: AlarmQuestion[] = [];
  const plan = (checks: readonly JsonObject[], ...resources: readonly ResourceFixture[]): PlanJson =>
    ({ ...planOf(...resources), checks }) as unknown as PlanJson;
  const read = (question: AlarmQuestion): Promise<readonly AlarmState[]> => {
    asked.push(question);
    return health.refusal === undefined ? Promise.resolve(health.states ?? []) : Promise.reject(health.refusal);
  };
  const outcome = await wordpressHa(line, {
    scripts: {
      foundation: { outputs: FOUNDATION_OUTPUTS, plans: [plan([], health.vpc ?? VPC)] },
      web: { plans: [plan(health.checks ?? [], ...(health.alarms ?? [ALARM, QUIET]))] },
    },
    services: { drift: { ...NO_DRIFT_SERVICES, alarms: () => Promise.resolve({ read }) }, ...health.services },
  });
  return { ...outcome, asked };
}

const OK = [
  { name: 'errors', state: 'OK' },
  { name: 'site', state: 'OK' },
];

test('a failing check is told where nothing drifted, and is no drift', async () => {
  const { exitCode, stdout } = await look('drift', { checks: [FAILING], states: OK });

  expect(stdout).toBe(
    [
      'failing checks and alarms, which are no drift',
      '  web: check.site_answers fails: the site must answer with 200',
      '',
      '2 alarms: 0 in alarm, 0 without enough data, 2 OK',
      'development: 0 drifted, 0 pending, 0 noted, in 2 stacks',
      '',
    ].join('\n'),
  );
  expect(exitCode).toBe(0);
});

test('an alarm is told behind the drift, since when and why', async () => {
  const { exitCode, stdout } = await look('drift --no-who', { vpc: DRIFTED, states: [IN_ALARM] });

  expect(stdout.slice(stdout.indexOf('failing checks'))).toBe(
    [
      'failing checks and alarms, which are no drift',
      '  web: aws_cloudwatch_metric_alarm.Errors is in alarm since 2026-11-21T11:00:00.000Z: Threshold Crossed: 9 errors',
      '',
      '2 alarms: 1 in alarm, 0 without enough data, 0 OK, 1 in a state that CloudWatch does not tell',
      'development: 1 drifted, 0 pending, 0 noted, in 2 stacks',
      '',
    ].join('\n'),
  );
  expect(exitCode).toBe(2);
});

describe.each([
  ['in good health', {}],
  ['with a failing check', { checks: [FAILING] }],
  ['with a check that could not be evaluated', { checks: [{ ...FAILING, instances: [], status: 'error' }] }],
  ['with an alarm', { states: [IN_ALARM] }],
])('%s', (_case, health) => {
  test.each([
    ['nothing differs', VPC, 0],
    ['something drifted', DRIFTED, 2],
    ['something is pending', PENDING, 3],
  ])('the exit code where %s is the same', async (_difference, vpc, code) => {
    expect((await look('drift --no-who', { vpc, ...health })).exitCode).toBe(code);
    expect((await look('drift --all --no-who', { vpc, ...health })).exitCode).toBe(code);
  });
});

describe.each(['drift', 'drift --all'])('%s', (line) => {
  test.each(['table', 'json', 'markdown', 'sarif', 'junit', 'html'])(
    'as %s tells failing checks and alarms where nothing drifted',
    async (format) => {
      const { stdout } = await look(`${line} --format ${format}`, { checks: [FAILING], states: [IN_ALARM] });

      for (const part of ['check.site_answers', 'the site must answer with 200', 'aws_cloudwatch_metric_alarm.Errors'])
        expect(stdout.replaceAll('\\_', '_')).toContain(part);
      expect(stdout).toContain('2026-11-21T11:00:00.000Z');
      expect(stdout).toContain('Threshold Crossed: 9 errors');
    },
  );
});

test.each(['table', 'json', 'markdown', 'sarif', 'junit', 'html'])(
  'as %s says nothing that Terraform marks sensitive',
  async (format) => {
    const states = [{ ...IN_ALARM, reason: 'Threshold Crossed: more than 4711' }];
    const secret = { ...ALARM, sensitive: { threshold: true } };
    const { stdout, stderr } = await look(`drift --values --format ${format}`, { alarms: [secret], states });

    expect(stdout).toContain('2026-11-21T11:00:00.000Z');
    expect(stdout + stderr).not.toContain('4711');
  },
);

test('the document holds both apart from the findings', async () => {
  const outcome = await look('drift --json', { checks: [FAILING], states: [IN_ALARM, { name: 'site', state: 'OK' }] });
  const { stacks, failed } = outcome.json() as unknown as DriftDocument;
  const { since, reason } = IN_ALARM;

  expect(stacks.map(({ health, findings }) => [health, findings])).toEqual([
    [{ checks: [], alarms: { inAlarm: [], insufficientData: 0, ok: 0, unknown: 0 } }, []],
    [
      {
        checks: [{ address: 'check.site_answers', status: 'fail', problems: ['the site must answer with 200'] }],
        alarms: { inAlarm: [{ address: ALARM.address, since, reason }], insufficientData: 0, ok: 1, unknown: 0 },
      },
      [],
    ],
  ]);
  expect(failed).toEqual([]);
});

test('asks once for the alarms of a stack, and not at all where there are none', async () => {
  expect((await look('drift')).asked).toEqual([{ region: undefined, names: ['site', 'errors'] }]);
  expect((await look('drift --stack foundation')).asked).toEqual([]);
  expect((await look('drift', { alarms: [{ ...ALARM, live: null }] })).asked).toEqual([]);
});

describe('what CloudWatch refuses', () => {
  const refusal = new UserError('the state of alarms cannot be read: AccessDenied');

  test('never reads as fine', async () => {
    const { exitCode, stderr, ...outcome } = await look('drift --json', { checks: [FAILING], refusal });
    const { stacks, failed } = outcome.json() as unknown as DriftDocument;

    expect(exitCode).toBe(1);
    expect(stderr).toContain('web: the state of alarms cannot be read: AccessDenied\n');
    expect(failed).toEqual([{ stack: 'web', error: refusal.message }]);
    expect(stacks[1]?.health).toEqual({ checks: [expect.objectContaining({ address: 'check.site_answers' })] });
  });

  test('is told beside the other environments', async () => {
    const { exitCode, stderr, ...outcome } = await look('drift --all --json', { refusal });
    const { environments } = outcome.json() as unknown as FleetDocument;

    expect(environments.map((each) => each.failed)).toEqual([[{ stack: 'web', error: refusal.message }]]);
    expect(stderr).toContain('development: web: the state of alarms');
    expect(exitCode).toBe(1);
  });

  test('leaves what was learned of drift as it is', async () => {
    await look('drift --no-who --history kept', { vpc: DRIFTED });
    await look('drift --no-who --history kept', { refusal });

    const { stdout } = await wordpressHa('drift stats --history kept --json');
    expect(JSON.parse(stdout)).toMatchObject({ open: 0, resolved: 1 });
  });

  test.each(['drift baseline --owner web-team --reason because-it-is', 'drift repair -e development'])(
    'is not asked by %s',
    async (line) => {
      expect(await look(line, { refusal })).toMatchObject({ exitCode: 0, asked: [] });
    },
  );
});

test('without a region alarms are not asked, which is said where there are some', async () => {
  const runApp: NonNullable<World['services']>['runApp'] = (_project, outdir, { TF_WORKSPACE }) => {
    writeAssembly(outdir, TF_WORKSPACE ?? '', {});
    rmSync(join(outdir, 'environments.json'));
    return Promise.resolve({ exitCode: 0, stdout: '', stderr: '' });
  };
  const line = 'drift -e development --stack web';
  const some = await look(line, { checks: [FAILING], services: { runApp } });
  const none = await look(line, { alarms: [], services: { runApp } });

  expect(some).toMatchObject({ exitCode: 0, asked: [] });
  expect(some.stdout).not.toContain('2 alarms');
  expect(some.stdout).toContain('check.site_answers fails');
  expect(some.stderr).toContain('the state of alarms is not asked: neither');
  expect(none.stderr).not.toContain('the state of alarms');
});

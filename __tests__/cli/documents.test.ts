import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { UserError } from '../../src/core/errors';
import { planOf } from '../drift/plan-fixture';
import type { PlanJson } from '../../src/terraform/plan/plan-json';
import { ABANDONED, fakeLab, runningLab } from './lab-world';
import { planThat } from './plans';
import { FOUNDATION_OUTPUTS, NO_DRIFT_SERVICES, projectFolder, wordpressHa, type World } from './support';

const SCHEMAS = join(__dirname, '../../src/cli/schemas');
const DRIFTED = planOf(
  {
    address: 'aws_vpc.Network',
    applied: { id: 'v', tags: { a: '1' } },
    live: { id: 'v', tags: { a: '2' } },
    planned: { id: 'v', tags: { a: '1' } },
  },
  { address: 'aws_sns_topic.Alarms', applied: { id: 't' }, live: null, planned: { id: 't' } },
) as unknown as PlanJson;
const UNWELL = {
  ...planOf({ address: 'aws_cloudwatch_metric_alarm.Errors', applied: { alarm_name: 'errors' } }),
  checks: [{ address: { to_display: 'check.site' }, status: 'error' }],
} as unknown as PlanJson;
const IN_ALARM = { name: 'errors', state: 'ALARM', since: '2026-11-21T11:00:00.000Z', reason: '9 errors' };
const RINGING: World = {
  scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans: [UNWELL] } },
  services: {
    drift: { ...NO_DRIFT_SERVICES, alarms: () => Promise.resolve({ read: () => Promise.resolve([IN_ALARM]) }) },
  },
};
const FAILING: World = {
  scripts: {
    foundation: { outputs: FOUNDATION_OUTPUTS, plans: [planThat(['aws_db_instance.Main', 'replace'])] },
    web: { fails: { plan: new UserError('no'), init: new UserError('no'), outputs: new UserError('no') } },
  },
};
const FLAWED = {
  resource: {
    aws_db_instance: {
      main: {
        '//': {
          metadata: { path: 'data/Main' },
          policy: {
            suppress: [
              { rule: 'WPHA-RDS-003', reason: 'a demo for a day', owner: 'web-team', expires: '2027-05-31' },
              { rule: 'WPHA-LOG-001', reason: 'a demo for a day', owner: 'web-team', expires: '2027-05-31' },
            ],
          },
        },
        publicly_accessible: true,
        storage_encrypted: '${var.encrypted}',
      },
    },
  },
};
const REFUSED: World = {
  stacks: { data: { configuration: FLAWED } },
  scripts: { data: { plans: [planThat(['aws_db_instance.main', 'create'])] } },
};
const lock = {
  id: 'lock-1',
  operation: 'OperationTypeApply',
  who: 'ann@build',
  created: '2026-11-21T11:00:00Z',
  terraformVersion: '1.11.4',
  location: 's3://states/web.tfstate.tflock',
};

function validate(name: string, document: unknown): unknown {
  const read = (file: string): object => JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as object;
  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
  // one report may hold others
  if (name !== 'drift') ajv.addSchema(read('drift.schema.json'));
  const check = ajv.compile(read(`${name}.schema.json`));
  return check(document) ? 'valid' : check.errors;
}

test.each<[string, string, World, number]>([
  ['synth', 'synth', {}, 0],
  ['init', 'init -e staging', {}, 0],
  ['init', 'init -e staging', FAILING, 1],
  ['plan', 'plan', FAILING, 1],
  ['plan', 'plan --offline', {}, 0],
  ['apply', 'apply -e staging --auto-approve', { scripts: { foundation: FAILING.scripts?.['foundation'] ?? {} } }, 0],
  ['apply', 'apply -e staging --auto-approve', REFUSED, 2],
  ['destroy', 'destroy -e staging --auto-approve', {}, 0],
  [
    'outputs',
    'outputs --all',
    {
      scripts: { web: { outputs: { a: { value: { b: [1] }, sensitive: false }, c: { value: 'x', sensitive: true } } } },
    },
    0,
  ],
  ['outputs', 'outputs', FAILING, 1],
  ['drift', 'drift --values', { scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans: [DRIFTED] } } }, 2],
  ['drift-all', 'drift --all', { scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans: [DRIFTED] } } }, 2],
  ['drift-all', 'drift --all', FAILING, 1],
  ['drift', 'drift --stack foundation', RINGING, 0],
  ['drift-all', 'drift --all --stack foundation', RINGING, 0],
  ['drift-all', 'drift merge none.json', {}, 1],
  ['drift-matrix', 'drift matrix', {}, 0],
  [
    'drift-baseline',
    'drift baseline --owner web-team --reason because-it-is',
    { scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans: [DRIFTED] } } },
    0,
  ],
  [
    'drift-repair',
    'drift repair -e staging',
    { scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans: [DRIFTED] } } },
    2,
  ],
  ['unlock', 'unlock -e staging', { services: { readStateLock: () => Promise.resolve(lock) } }, 2],
  ['environments', 'environments', {}, 0],
  ['sandbox', 'sandbox up', {}, 0],
  ['sandbox', 'sandbox down', {}, 0],
  ['lab', 'lab up', { services: { lab: fakeLab() } }, 0],
  ['lab', 'lab up', { services: { lab: fakeLab(runningLab([ABANDONED])) } }, 2],
  ['lab', 'lab status', { services: { lab: fakeLab() } }, 0],
  ['lab', 'lab status', {}, 0],
  ['lab', 'lab down', {}, 0],
  ['lab-fail', 'lab fail full-disk --launch', { services: { lab: fakeLab() } }, 0],
  ['lab-fail', 'lab fail --list', {}, 0],
  ['lab-fail', 'lab heal', { services: { lab: fakeLab() } }, 0],
  ['policy-list', 'policy list', {}, 0],
  ['policy-explain', 'policy explain WPHA-S3-001', {}, 0],
  ['policy-prove', 'policy prove', { stacks: { data: { configuration: FLAWED } } }, 2],
  ['policy-check', 'policy check', {}, 0],
  ['policy-check', 'policy check', { stacks: { data: { configuration: FLAWED } } }, 2],
  ['policy-baseline', 'policy baseline --owner web-team', { stacks: { data: { configuration: FLAWED } } }, 2],
  ['error', 'plan --stack nope', {}, 1],
  ['error', 'plan --no-such-option', {}, 1],
  ['error', 'no-such-command', {}, 1],
  ['error', 'plan', { scripts: { foundation: { fails: { plan: new TypeError('defect') } } } }, 1],
])('one document as %s.schema.json says: %s', async (name, line, world, code) => {
  const outcome = await wordpressHa(`${line} --json`, world);

  expect(validate(name, outcome.json())).toBe('valid');
  expect(outcome.exitCode).toBe(code);
});

test('every schema refuses members it does not describe', () => {
  for (const file of readdirSync(SCHEMAS)) {
    expect(validate(file.replace('.schema.json', ''), { surprise: true })).not.toBe('valid');
  }
});

test('the plan document lists what would change, by address and action', async () => {
  const outcome = await wordpressHa('plan --json', {
    scripts: {
      foundation: {
        outputs: FOUNDATION_OUTPUTS,
        plans: [planThat(['aws_vpc.Network', 'create'], ['aws_eip.A', 'no-op'])],
      },
    },
  });

  expect(outcome.json()).toMatchObject({
    stacks: [
      { stack: 'foundation', changes: [{ address: 'aws_vpc.Network', type: 'aws_vpc', action: 'create' }] },
      { stack: 'web' },
    ],
  });
});

test('one document as policy-diff.schema.json says', async () => {
  const report = async (name: string, world: World): Promise<void> => {
    const { stdout } = await wordpressHa('policy check --format json', world);
    writeFileSync(join(projectFolder(), name), stdout);
  };
  await report('base.json', {});
  await report('head.json', { stacks: { data: { configuration: FLAWED } } });
  const outcome = await wordpressHa('policy diff base.json head.json --json');

  expect(validate('policy-diff', outcome.json())).toBe('valid');
  expect(outcome.exitCode).toBe(2);
});

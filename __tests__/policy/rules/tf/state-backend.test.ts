import { judge } from '../../../../src/policy/evaluation/judge';
import { loadAssembly } from '../../../../src/policy/model/synthesis/load-assembly';
import { STATE_BACKEND } from '../../../../src/policy/rules/tf/state-backend';
import { stackOf } from '../../support/configuration';
import { describeRule, OTHER_RESOURCES, type Fixture } from '../../support/describe-rule';

const backend = (terraform: object): Fixture => ({
  resources: OTHER_RESOURCES,
  beside: { terraform },
  atPlan: 'not applicable',
});
const s3 = (settings: object): Fixture =>
  backend({ backend: { s3: { bucket: 'states', encrypt: true, ...settings } } });

describeRule(STATE_BACKEND, {
  pass: {
    'a bucket, encrypted and locked': s3({ use_lockfile: true }),
    'a table locks': s3({ dynamodb_table: 'locks' }),
    'HCP Terraform keeps it': backend({ cloud: { organization: 'site', workspaces: { name: 'web' } } }),
  },
  fail: {
    'it stays on the machine': {
      ...backend({ backend: { local: { path: 'web.tfstate' } } }),
      finds: ['terraform#local'],
    },
    'nothing is said': backend({ required_version: '>= 1.10' }),
    'nothing locks': { ...s3({}), finds: ['terraform#backend.s3.use_lockfile'] },
    'it is not encrypted': s3({ encrypt: false, use_lockfile: true }),
  },
  notApplicable: { 'a stack without resources': { beside: { terraform: { backend: { local: {} } } } } },
  unknown: { 'a variable decides': s3({ use_lockfile: '${var.lock}' }) },
  guards: {
    'terraform.backend.s3.encrypt': [false, undefined],
    'terraform.backend.s3.use_lockfile': [false, undefined],
    'terraform.backend.s3': [undefined],
  },
});

test('lets the stack that makes the bucket of the other states keep its own beside it', () => {
  const local = {
    terraform: { backend: { local: {} } },
    resource: { aws_s3_bucket: { states: { bucket: 'states' } } },
  };
  const others = { terraform: { backend: { s3: { bucket: 'states', encrypt: true, use_lockfile: true } } } };
  const outcomes = [stackOf(others, 'web'), stackOf({ terraform: {} }, 'data')].map((other) => {
    const graph = loadAssembly({ stacks: [stackOf(local, 'state'), other] });
    const [settings] = graph.ofType('terraform').filter(({ stack }) => stack === 'state');
    return settings && judge(STATE_BACKEND, settings, graph).outcome;
  });

  expect(outcomes).toEqual(['pass', 'findings']);
});

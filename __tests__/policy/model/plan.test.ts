import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlans } from '../../../src/policy/model/plan/load-plans';
import type { ResourceGraph } from '../../../src/policy/model/resource-graph';
import type { Resource } from '../../../src/policy/model/resource';
import { loadAssembly } from '../../../src/policy/model/synthesis/load-assembly';
import type { JsonObject } from '../../../src/terraform/json';
import { stackOf } from '../support/configuration';
import { planOfConfiguration } from '../support/plan-of-configuration';

/** A plan that Terraform 1.11.4 made of a module, `count`, `for_each`, a dynamic block and a sensitive variable. */
const PLAN = JSON.parse(readFileSync(join(__dirname, 'fixtures/modules.plan.json'), 'utf8')) as JsonObject;
const graph = loadPlans([{ stack: 'app', json: PLAN }]);

function at(address: string): Resource {
  const resource = graph.find({ stack: 'app', address });
  if (resource === undefined) throw new Error(`no ${address}`);
  return resource;
}

const targets = (address: string, path: string): readonly string[] =>
  at(address)
    .get(path)
    .targets.map((target) => target.address);

test('tells an unknown value that refers to a key from one that nobody set', () => {
  expect(at('aws_efs_file_system.a').get('kms_key_id')).toMatchObject({ kind: 'reference' });
  expect(targets('aws_efs_file_system.a', 'kms_key_id')).toEqual(['aws_kms_key.k']);
  expect(at('aws_efs_file_system.b').get('kms_key_id')).toMatchObject({ kind: 'unset' });
});

test('pairs instances of for_each that refer to each other by their key', () => {
  expect(targets('aws_s3_bucket_public_access_block.each["a"]', 'bucket')).toEqual(['aws_s3_bucket.each["a"]']);
  expect(targets('aws_s3_bucket_public_access_block.each["b"]', 'bucket')).toEqual(['aws_s3_bucket.each["b"]']);
});

test('takes every instance where the reference names none, and the named ones where it does', () => {
  const both = ['aws_subnet.s[0]', 'aws_subnet.s[1]'];
  expect(targets('aws_db_subnet_group.g', 'subnet_ids')).toEqual(both);
  expect(targets('aws_lb.l', 'subnets')).toEqual(both);
});

test('sees through the variables and the outputs of modules', () => {
  expect(targets('module.m[1].aws_ebs_volume.v', 'kms_key_id')).toEqual(['aws_kms_key.k']);
  expect(targets('aws_sns_topic.t', 'kms_master_key_id')).toEqual(['module.m[0].aws_ebs_volume.v']);
});

test('knows the value and what it follows from at the same time', () => {
  const bucket = at('aws_lb.l').get('access_logs.bucket');
  expect(bucket.text).toBe('x-a-1234');
  expect(bucket.targets).toMatchObject([{ address: 'aws_s3_bucket.each["a"]', attribute: 'bucket' }]);
});

test('never shows what Terraform marks sensitive', () => {
  const password = at('aws_db_instance.d').get('password');
  expect(password).toMatchObject({ kind: 'sensitive', plain: undefined, text: undefined, template: undefined });
  expect(password.describe()).toBe('a sensitive value');
});

test('what a dynamic block will hold is not known, although the configuration says nothing about it', () => {
  const [known, dynamic] = at('aws_security_group.s').blocks('ingress');
  expect(known?.get('from_port').number).toBe(22);
  expect(dynamic?.get('from_port').kind).toBe('computed');
});

test('a plan does not tell lifecycle settings', () => {
  expect(at('aws_kms_key.k').get('lifecycle.prevent_destroy')).toMatchObject({ kind: 'computed', isUnclear: true });
});

test('holds outputs and providers', () => {
  expect(at('output.o').get('value').targets).toMatchObject([{ address: 'aws_vpc.v', attribute: 'id' }]);
  expect(at('provider.aws').get('region').text).toBe('eu-west-1');
});

test('leaves out what is destroyed, forgotten or deposed', () => {
  const change = (name: string, actions: readonly string[], after: unknown, more: JsonObject = {}): JsonObject => ({
    ...{ address: `aws_vpc.${name}`, mode: 'managed', type: 'aws_vpc', name, ...more },
    change: { actions, before: {}, after, after_unknown: {}, after_sensitive: {} },
  });
  const resource_changes = [
    change('destroyed', ['delete'], null),
    change('forgotten', ['forget'], null),
    change('deposed', ['delete'], null, { deposed: 'abc' }),
    change('replaced', ['delete', 'create'], {}),
    change('same', ['no-op'], {}),
  ];
  const loaded = loadPlans([{ stack: 'app', json: { ...PLAN, resource_changes } }]);

  expect(loaded.ofType('aws_vpc').map(({ address }) => address)).toEqual(['aws_vpc.replaced', 'aws_vpc.same']);
});

test('holds data sources that were read before, and does not judge them', () => {
  const resources = [
    { address: 'data.aws_vpc.main', mode: 'data', type: 'aws_vpc', name: 'main', values: { id: 'vpc-1' } },
  ];
  const child_modules = [
    { address: 'module.m[0]', resources: [{ ...resources[0], address: 'module.m[0].data.aws_vpc.main' }] },
  ];
  const prior_state = { values: { root_module: { resources, child_modules } } };
  const loaded = loadPlans([{ stack: 'app', json: { ...PLAN, prior_state } }]);

  expect(loaded.find({ stack: 'app', address: 'data.aws_vpc.main' })?.get('id').text).toBe('vpc-1');
  expect(loaded.find({ stack: 'app', address: 'module.m[0].data.aws_vpc.main' })?.mode).toBe('data');
  expect(loaded.ofType('aws_vpc').map(({ address }) => address)).toEqual(['aws_vpc.v']);
});

test('says that a plan covers only a part', () => {
  expect(loadPlans([{ stack: 'app', json: { ...PLAN, complete: false } }]).notes).toEqual([
    "stack 'app': the plan covers only a part of it",
  ]);
});

test.each<[string, unknown, string]>([
  ['a list', [], "the plan of stack 'app' must hold the JSON object of a plan"],
  ['something else', { name: 'x' }, "'format_version' is missing"],
  ['a later format', { ...PLAN, format_version: '2.0' }, "has 'format_version' 2.0, and only 1.x can be read"],
  ['a state', { format_version: '1.0', values: {} }, 'it holds a state'],
  ['half a plan', { format_version: '1.2', planned_values: {} }, 'it lacks planned values or the configuration'],
  [
    'a plan that lost its resources',
    { ...PLAN, resource_changes: undefined },
    "says nothing about its resources: 'resource_changes' is missing",
  ],
  ['a failed plan', { ...PLAN, errored: true }, 'is not complete because terraform failed; plan again'],
  [
    'a plan of nothing',
    { ...PLAN, configuration: { root_module: {} } },
    'declares no resource, so nothing can be judged',
  ],
])('refuses %s', (_name, json, message) => {
  expect(() => loadPlans([{ stack: 'app', json }])).toThrow(message);
});

test('stacks without a plan stand as synthesized, and what no plan holds is taken from there', () => {
  const bucket = { resource: { aws_s3_bucket: { logs: {} } }, output: { logs: { value: '${aws_s3_bucket.logs.id}' } } };
  const state = { 'cross-stack-reference-input-data': { backend: 'local', config: { path: '../data.tfstate' } } };
  const web = {
    terraform: { required_version: '>= 1.10' },
    provider: { aws: [{ region: 'eu-west-1' }] },
    data: { terraform_remote_state: state },
    resource: {
      aws_lb: {
        main: {
          access_logs: { bucket: '${data.terraform_remote_state.cross-stack-reference-input-data.outputs.logs}' },
        },
      },
    },
  };
  const synthesized = loadAssembly({ stacks: [stackOf(bucket, 'data'), stackOf(web, 'web', ['data'])] });
  const loaded = loadPlans([{ stack: 'web', json: planOfConfiguration(web) }], synthesized);

  const balancer = loaded.find({ stack: 'web', address: 'aws_lb.main' });
  expect(balancer && loaded.targetsOf(balancer.get('access_logs.bucket'))).toMatchObject([
    { stack: 'data', address: 'aws_s3_bucket.logs' },
  ]);
  expect(loaded.find({ stack: 'web', address: 'terraform' })?.get('required_version').text).toBe('>= 1.10');
  expect(loaded.ofType('provider.aws')).toHaveLength(1);
});

test('tells lists that the provider filled in from those that somebody wrote', () => {
  const written = { ingress: [{ protocol: 'tcp', from_port: 443, to_port: 443, self: true }] };
  const plan = planOfConfiguration({ resource: { aws_security_group: { written, listed: { name: 'listed' } } } });
  const [change] = (plan.resource_changes as JsonObject[]).filter(({ name }) => name === 'listed');
  Object.assign((change?.change as JsonObject).after as JsonObject, written);
  const planned = loadPlans([{ stack: 'web', json: plan }]);
  const ingress = (name: string) =>
    planned.find({ stack: 'web', address: `aws_security_group.${name}` })?.get('ingress');

  expect(ingress('written')).toMatchObject({ isSet: true, isReported: false });
  expect(ingress('listed')).toMatchObject({ isSet: true, isReported: true });
});

test('leaves out what nobody wrote when it is known what was written', () => {
  const policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
  const stack = { resource: { aws_iam_role: { web: { description: 'web' } } } };
  const plan = planOfConfiguration(stack);
  const [entry] = plan.resource_changes as JsonObject[];
  const after = { description: 'web', arn: 'arn', inline_policy: [{ policy }] };
  Object.assign(entry?.change as JsonObject, { after, after_unknown: {} });
  const plans = [{ stack: 'web', json: plan }];
  const seen = (synthesized?: ResourceGraph) => {
    const role = loadPlans(plans, synthesized).find({ stack: 'web', address: 'aws_iam_role.web' });
    return [role?.get('description').text, role?.get('arn').text, role?.blocks('inline_policy').length];
  };

  expect(seen()).toEqual(['web', 'arn', 1]);
  expect(seen(loadAssembly({ stacks: [stackOf(stack, 'web')] }))).toEqual(['web', 'arn', 0]);
});

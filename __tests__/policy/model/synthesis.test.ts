import type { JsonObject } from '../../../src/terraform/json';
import { loadAssembly } from '../../../src/policy/model/synthesis/load-assembly';
import type { ResourceGraph } from '../../../src/policy/model/resource-graph';
import type { Value } from '../../../src/policy/model/value';
import { STACK, stackOf, synthesized } from '../support/configuration';

function read(configuration: JsonObject, path: string): Value {
  const resource = synthesized(configuration).find({ stack: STACK, address: 'aws_x.a' });
  if (resource === undefined) throw new Error('no resource');
  return resource.get(path);
}

const of = (settings: JsonObject, beside: JsonObject = {}): JsonObject => ({
  ...beside,
  resource: { aws_x: { a: settings }, aws_kms_key: { k: { enable_key_rotation: true } } },
});

test.each<[string, unknown, object]>([
  ['a constant', 'text', { kind: 'known', text: 'text' }],
  ['a number as text', '30', { kind: 'known', number: 30 }],
  ['null', null, { kind: 'unset' }],
  ['an empty text', '', { kind: 'unset' }],
  ['an empty list', [], { kind: 'unset' }],
  ['a list', ['a', 'b'], { kind: 'known', plain: ['a', 'b'] }],
  ['a reference', '${aws_kms_key.k.arn}', { kind: 'reference' }],
  ['a list with a reference', ['a', '${aws_kms_key.k.arn}'], { kind: 'reference' }],
  ['a template', '${aws_kms_key.k.arn}/*', { kind: 'reference', template: '${aws_kms_key.k.arn}/*' }],
  ['a variable', '${var.x}', { kind: 'computed' }],
  ['a sensitive variable', '${var.secret}', { kind: 'sensitive', plain: undefined }],
  ['a text with a sensitive variable', 'x-${var.secret}', { kind: 'sensitive' }],
  ['a call', '${timestamp()}', { kind: 'computed' }],
  ['a reference to nothing', '${aws_kms_key.gone.arn}', { kind: 'computed' }],
  ['a local with a constant', '${local.days}', { kind: 'known', number: 7 }],
  ['a local with a reference', '${local.key}', { kind: 'reference' }],
  ['a local that refers to itself', '${local.circle}', { kind: 'computed' }],
  ['an escaped expression', '$${aws:username}', { kind: 'known', text: '${aws:username}' }],
])('reads %s', (_name, value, expected) => {
  const beside = {
    locals: { days: 7, key: '${aws_kms_key.k.arn}', circle: '${local.circle}' },
    variable: { x: { default: 'x' }, secret: { sensitive: true } },
  };
  expect(read(of({ value }, beside), 'value')).toMatchObject(expected);
});

test('tells which resource and attribute a reference means', () => {
  expect(read(of({ key: '${aws_kms_key.k.arn}' }), 'key').targets).toEqual([
    { stack: STACK, address: 'aws_kms_key.k', type: 'aws_kms_key', attribute: 'arn' },
  ]);
});

test('reads a block alike, written as object or as list of one', () => {
  expect(read(of({ outer: { inner: { on: 'true' } } }), 'outer.inner.on').is(true)).toBe(true);
  expect(read(of({ outer: [{ inner: [{ on: true }] }] }), 'outer.inner.on').is(true)).toBe(true);
});

test('refuses to read through several blocks, so that no rule judges only the first', () => {
  expect(() => read(of({ rule: [{ a: 1 }, { a: 2 }] }), 'rule.a')).toThrow(
    "'rule' has 2 blocks; read them with blocks()",
  );
});

test('puts the content of dynamic blocks among the others', () => {
  const dynamic = { ingress: { for_each: ['1'], content: { port: '${ingress.value}', protocol: 'tcp' } } };
  const graph = synthesized(of({ ingress: [{ port: 22 }], dynamic }));
  const blocks = graph.find({ stack: STACK, address: 'aws_x.a' })?.blocks('ingress') ?? [];

  expect(blocks.map((block) => [block.get('port').kind, block.get('protocol').kind])).toEqual([
    ['known', 'unset'],
    ['computed', 'known'],
  ]);
});

test('follows what one stack reads from another to the resource that makes it', () => {
  const state = 'cross-stack-reference-input-foundation';
  const foundation = stackOf(
    { resource: { aws_kms_key: { k: {} } }, output: { key: { value: '${aws_kms_key.k.arn}' }, days: { value: 7 } } },
    'foundation',
  );
  const web = stackOf(
    {
      data: { terraform_remote_state: { [state]: { backend: 'local' } } },
      resource: {
        aws_x: {
          a: {
            key: `\${data.terraform_remote_state.${state}.outputs.key}`,
            days: `\${data.terraform_remote_state.${state}.outputs.days}`,
            gone: `\${data.terraform_remote_state.${state}.outputs.gone}`,
          },
        },
      },
    },
    'web',
    ['foundation'],
  );
  const graph = loadAssembly({ stacks: [foundation, web] });
  const resource = graph.find({ stack: 'web', address: 'aws_x.a' });

  expect(resource?.get('key').targets).toMatchObject([
    { stack: 'foundation', address: 'aws_kms_key.k', attribute: 'arn' },
  ]);
  expect(resource?.get('days').number).toBe(7);
  expect(resource?.get('gone').kind).toBe('computed');
});

test('knows the construct that made a resource, where cdktf wrote the JSON', () => {
  const graph = synthesized({ resource: { aws_x: { a: { '//': { metadata: { path: 'web/A' } } }, b: {} } } });
  const construct = (address: string): unknown => graph.find({ stack: STACK, address })?.construct;

  expect(construct('aws_x.a')).toBe('web/A');
  expect(construct('aws_x.b')).toBeUndefined();
});

test('holds providers, outputs and settings as resources, and says what it cannot see', () => {
  const graph: ResourceGraph = synthesized({
    provider: { aws: [{ region: 'a' }, { alias: 'us', region: 'b' }] },
    output: { name: { value: 'x', sensitive: true } },
    terraform: { backend: { s3: { encrypt: true } } },
    module: { other: { source: './other' } },
  });

  expect(graph.resources.map(({ address }) => address)).toEqual([
    'output.name',
    'provider.aws',
    'provider.aws.us',
    'terraform',
  ]);
  expect(graph.find({ stack: STACK, address: 'terraform' })?.get('backend.s3.encrypt').is(true)).toBe(true);
  expect(graph.notes).toEqual([
    "stack 'web': module 'other' is not judged before it is planned; check its plan with --plan",
  ]);
});

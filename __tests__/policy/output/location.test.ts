import { lineOfAddress, locationOfFrame } from '../../../src/policy/output/location';

const TEXT = JSON.stringify(
  {
    '//': { metadata: { resource: 'aws_x' } },
    data: { aws_x: { a: { name: 'data' } } },
    output: { a: { value: 1 } },
    provider: { aws: [{ region: 'eu-west-1' }] },
    resource: { aws_x: { a: { b: { b: 1 } }, b: { name: 'b' } }, aws_y: { a: {} } },
  },
  null,
  2,
);
const line = (address: string): string => (TEXT.split('\n')[lineOfAddress(TEXT, address) - 1] ?? '').trim();

test.each([
  ['aws_x.a', '"a": {'],
  ['data.aws_x.a', '"a": {'],
  ['aws_x.b', '"b": {'],
  ['aws_y.a', '"a": {}'],
  ['output.a', '"a": {'],
  ['provider.aws', '"aws": ['],
])('finds %s in Terraform JSON', (address, expected) => {
  expect(line(address)).toBe(expected);
});

test('tells resources of the same name apart', () => {
  const lines = ['data.aws_x.a', 'aws_x.a', 'aws_y.a', 'output.a'].map((address) => lineOfAddress(TEXT, address));
  expect(new Set(lines).size).toBe(4);
  expect(lineOfAddress(TEXT, 'aws_x.b')).toBeGreaterThan(lineOfAddress(TEXT, 'aws_x.a') + 2);
});

test('gives the first line for what is not in the text', () => {
  expect(lineOfAddress('{}', 'aws_z.a')).toBe(1);
});

test('reads stack frames', () => {
  expect(locationOfFrame('stacks/web-stack.ts:40:5')).toEqual({ file: 'stacks/web-stack.ts', line: 40, column: 5 });
  expect(locationOfFrame('C:\\app\\main.ts:1:2')).toEqual({ file: 'C:\\app\\main.ts', line: 1, column: 2 });
  expect(locationOfFrame('nonsense')).toBeUndefined();
});

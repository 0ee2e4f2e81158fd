import fc from 'fast-check';
import { parseTemplate, UnknownSyntax, type Expression } from '../../src/lab/model/expression';
import { FUNCTIONS } from '../../src/lab/model/expression-functions';

const literal = (value: string | number | boolean | null): Expression => ({ kind: 'literal', value });
const reference = (...path: (string | number)[]): Expression => ({ kind: 'reference', path });

describe('parseTemplate', () => {
  it.each<[string, Expression]>([
    ['plain text', literal('plain text')],
    ['', literal('')],
    ['$${kept} and %%{kept}', literal('${kept} and %{kept}')],
    ['a $ and a } are text', literal('a $ and a } are text')],
    ['${aws_lb.it.dns_name}', reference('aws_lb', 'it', 'dns_name')],
    ['${ aws_db.it-a_1.secret[0].arn }', reference('aws_db', 'it-a_1', 'secret', 0, 'arn')],
    ['${data.x.y-z.outputs["a-b"]}', reference('data', 'x', 'y-z', 'outputs', 'a-b')],
    ['${3}', literal(3)],
    ['${-1.5}', literal(-1.5)],
    ['${true}', literal(true)],
    ['${null}', literal(null)],
    ['${"it\\"s\\n"}', literal('it"s\n')],
    ['http://${a.b}/', { kind: 'template', parts: [literal('http://'), reference('a', 'b'), literal('/')] }],
    [
      '${f("}", [a.b, 2,])}',
      {
        kind: 'call',
        name: 'f',
        arguments: [literal('}'), { kind: 'list', items: [reference('a', 'b'), literal(2)] }],
      },
    ],
    [
      '${f("x${a.b}")}',
      { kind: 'call', name: 'f', arguments: [{ kind: 'template', parts: [literal('x'), reference('a', 'b')] }] },
    ],
    ['${f()}', { kind: 'call', name: 'f', arguments: [] }],
  ])('reads %j', (text, expected) => {
    expect(parseTemplate(text)).toEqual(expected);
  });

  it.each([
    '${a.b + 1}',
    '${a ? b : c}',
    '${[for x in y : x]}',
    '${a.*.b}',
    '${a.b',
    '%{ if x }',
    '${f(a b)}',
    '${!a}',
    '${a[b.c]}',
    '${"\\q"}',
  ])('refuses %j, of which it does not know the meaning', (text) => {
    expect(() => parseTemplate(text)).toThrow(UnknownSyntax);
  });

  it('keeps every text that opens no interpolation as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[$%]\{/.test(text)),
        (text) => {
          expect(parseTemplate(text)).toEqual(literal(text));
        },
      ),
    );
  });

  it('never ends in anything but a result or a refusal', () => {
    const pieces = fc.constantFrom('${', '}', '"', '[', ']', '(', ')', ',', '.', 'a', '1', ' ', '$', '%{', '\\', 'for');
    fc.assert(
      fc.property(fc.array(pieces), (all) => {
        try {
          parseTemplate(all.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(UnknownSyntax);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("Terraform's functions", () => {
  it('encode JSON with sorted keys and without characters of HTML', () => {
    expect(FUNCTIONS.jsonencode?.({ b: '<&>', a: [1, null] })).toBe('{"a":[1,null],"b":"\\u003c\\u0026\\u003e"}');
  });

  it('do what their names say', () => {
    expect(FUNCTIONS.sha256?.('a')).toMatch(/^ca978112ca1bbdcafac231b39a23dc4d/);
    expect(FUNCTIONS.join?.('-', ['a', 1])).toBe('a-1');
    expect(FUNCTIONS.substr?.('abcdef', 1, 3)).toBe('bcd');
    expect(FUNCTIONS.lower?.('AbC')).toBe('abc');
  });
});

import fc from 'fast-check';
import { ConfigurationError, defineEnvironment, type Environment } from '../../src/config';
import { arbitraryEnvironment, DAY_OF_ARBITRARIES } from '../support/arbitrary-environment';

const today = DAY_OF_ARBITRARIES;

/** Everything that fast-check can make, hostile shapes included. */
const anything = fc.anything({
  maxDepth: 4,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
} as fc.ObjectConstraints);

/** Paths to every field, object and item of a value. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const below = Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]));
  return path.length === 0 ? below : [[...path], ...below];
}

function withValueAt(environment: Environment, path: readonly string[], value: unknown): Environment {
  const copy = structuredClone(environment) as unknown as Record<string, unknown>;
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  parent[path.at(-1) ?? ''] = value;
  return copy as unknown as Environment;
}

function problemsOf(environment: unknown): ConfigurationError['problems'] {
  try {
    defineEnvironment(environment as Environment, { today });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    expectWellFormed(error);
    return error.problems;
  }
}

/** One sentence a problem that names field, rule, value and way out, and none twice. */
function expectWellFormed({ message, problems }: ConfigurationError): void {
  const lines = message.split('\n');
  expect(lines).toHaveLength(problems.length);
  expect(new Set(lines).size).toBe(lines.length);
  expect(problems.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).toMatch(/^[\w-]+: '.+' must .+, got .+; .+[^.]$/);
    expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(line).not.toMatch(/, got (undefined|\[object)/);
  }
}

describe('defineEnvironment', () => {
  it('accepts every valid environment and returns it unchanged', () => {
    fc.assert(
      fc.property(arbitraryEnvironment, (environment) => {
        expect(defineEnvironment(environment, { today })).toEqual(environment);
      }),
      { numRuns: 300 },
    );
  });

  it('answers anything at all with well-formed problems and throws nothing else', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(problemsOf(value).length).toBeGreaterThan(0);
      }),
      { numRuns: 800 },
    );
  });

  it('answers any value in any field with acceptance or well-formed problems', () => {
    const mutation = arbitraryEnvironment.chain((environment) =>
      fc.record({
        environment: fc.constant(environment),
        path: fc.constantFrom(...pathsOf(environment)),
        value: fc.oneof(anything, fc.string({ unit: 'binary' }), fc.integer(), fc.double(), fc.constant(undefined)),
      }),
    );
    fc.assert(
      fc.property(mutation, ({ environment, path, value }) => {
        problemsOf(withValueAt(environment, path, value));
      }),
      { numRuns: 800 },
    );
  });

  it('answers several wrong fields at once with a problem for each', () => {
    const mutation = arbitraryEnvironment.chain((environment) =>
      fc.record({
        environment: fc.constant(environment),
        fields: fc.uniqueArray(fc.constantFrom('name', 'region', 'network', 'fleet', 'database', 'storage', 'state'), {
          minLength: 2,
        }),
      }),
    );
    fc.assert(
      fc.property(mutation, ({ environment, fields }) => {
        const broken = fields.reduce((value, field) => withValueAt(value, [field], 42), environment);

        const reported = problemsOf(broken).map(({ field }) => field);

        expect(reported).toEqual(expect.arrayContaining(fields));
        expect(reported.filter((field) => fields.some((wrong) => wrong === field))).toHaveLength(fields.length);
      }),
      { numRuns: 200 },
    );
  });
});

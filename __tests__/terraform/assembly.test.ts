import { join } from 'node:path';
import { writeFiles } from './support/files';
import { readAssembly } from '../../src/terraform/assembly';
import { temporaryFolder } from '../support/temporary-folder';

const entry = (name: string, dependencies: readonly string[] = []) => ({
  name,
  workingDirectory: `stacks/${name}`,
  synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
  dependencies,
});

function assembly(stacks: Readonly<Record<string, unknown>>, written: readonly string[] = Object.keys(stacks)): string {
  const folder = temporaryFolder();
  writeFiles(folder, { 'manifest.json': { version: '0.21.0', stacks } });
  written.forEach((name) =>
    writeFiles(folder, { [`stacks/${name}/cdk.tf.json`]: { output: { of: { value: name } } } }),
  );
  return folder;
}

describe('readAssembly', () => {
  it('gives each stack after those it depends on', () => {
    const folder = assembly({
      web: entry('web', ['data']),
      data: entry('data', ['foundation']),
      foundation: entry('foundation'),
    });

    const { stacks } = readAssembly(folder);

    expect(stacks.map(({ name }) => name)).toEqual(['foundation', 'data', 'web']);
    expect(stacks[0]).toMatchObject({
      directory: join(folder, 'stacks/foundation'),
      dependencies: [],
      configuration: { output: { of: { value: 'foundation' } } },
    });
  });

  it('fails before the first synthesis', () => {
    const folder = temporaryFolder();

    expect(() => readAssembly(folder)).toThrow(`'${folder}' holds no 'manifest.json'; synthesize first`);
  });

  it('fails when a stack file is absent', () => {
    const folder = assembly({ web: entry('web') }, []);

    expect(() => readAssembly(folder)).toThrow(/'.*cdk.tf.json' cannot be read: .*ENOENT.*; synthesize again/);
  });

  it('fails when dependencies form a cycle', () => {
    const folder = assembly({ a: entry('a', ['b']), b: entry('b', ['a']) });

    expect(() => readAssembly(folder)).toThrow(
      'dependencies must not form a cycle, got a -> b -> a; let one of them take the value another way',
    );
  });

  it('fails when a dependency does not exist', () => {
    const folder = assembly({ a: entry('a', ['nowhere']) });

    expect(() => readAssembly(folder)).toThrow("'a' depends on 'nowhere', which does not exist; known: a");
  });

  it.each([
    ['no JSON', '{', /manifest.json' cannot be read/],
    ['no object of stacks', { stacks: [] }, "'stacks' must be an object"],
    [
      'a stack without a folder',
      { stacks: { a: {} } },
      "'stacks.a' needs 'workingDirectory' and 'synthesizedStackPath'",
    ],
    [
      'a stack in HCL',
      { stacks: { a: { ...entry('a'), synthesizedStackPath: 'stacks/a/cdk.tf' } } },
      'synthesize without HCL output',
    ],
  ])('fails when the manifest holds %s', (_, manifest, message) => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'manifest.json': manifest });

    expect(() => readAssembly(folder)).toThrow(message);
  });
});

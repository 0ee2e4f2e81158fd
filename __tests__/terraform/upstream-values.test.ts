import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeStack } from './support/files';
import type { Assembly } from '../../src/terraform/assembly';
import { objectOf, parseObject, type JsonObject } from '../../src/terraform/json';
import { placeholderUpstreams } from '../../src/terraform/offline/offline';
import type { OutputValue } from '../../src/terraform/execution/terraform';
import { temporaryFolder } from '../support/temporary-folder';

const CONTEXT = { environment: 'staging', accountId: '123456789012', region: 'eu-west-1' };
const OUTPUTS = ['vpc', 'subnets', 'password', 'port'];

let root = '';

beforeEach(() => {
  root = temporaryFolder();
});

function assembly(): Assembly {
  const output = Object.fromEntries(
    OUTPUTS.map((name) => [name, { value: `\${aws_vpc.${name}.id}`, sensitive: name === 'password' }]),
  );
  const reading = { backend: 'local', config: { path: 'foundation.tfstate' } };
  const foundation = writeStack(root, 'foundation', { output });
  const data = { terraform_remote_state: { 'cross-stack-reference-input-foundation': reading } };
  return { directory: root, stacks: [foundation, writeStack(root, 'web', { data }, ['foundation'])] };
}

/** The outputs of the stand-in state, as Terraform reads them, and the file they are in. */
function standIn(outputs: Readonly<Record<string, OutputValue>>): { file: string; outputs: JsonObject } {
  const app = assembly();
  const folder = mkdtempSync(join(root, 'private-'));
  const web = app.stacks[1];
  if (web === undefined) throw new Error('no web stack');
  const { directory } = placeholderUpstreams(app, web, [{ name: 'foundation', outputs }], CONTEXT, folder);
  const override = parseObject(readFileSync(join(directory, 'upstream_placeholders_override.tf.json'), 'utf8'));
  const states = objectOf(objectOf(override?.data).terraform_remote_state);
  const file = String(objectOf(objectOf(states['cross-stack-reference-input-foundation']).config).path);
  return { file, outputs: objectOf(parseObject(readFileSync(file, 'utf8'))?.outputs) };
}

describe('an upstream stack whose state lacks some outputs', () => {
  it('keeps the values it has, with their type', () => {
    const subnets = { value: ['subnet-1'], sensitive: false, type: ['set', 'string'] };

    const { outputs } = standIn({ vpc: { value: 'vpc-1', sensitive: false }, subnets });

    expect(outputs.vpc).toEqual({ value: 'vpc-1', type: 'string' });
    expect(outputs.subnets).toEqual({ value: ['subnet-1'], type: ['set', 'string'] });
    expect(objectOf(outputs.port).value).toMatch(/^vpc-0[0-9a-f]{16}$/);
  });

  it('keeps a sensitive value sensitive', () => {
    const { outputs } = standIn({ password: { value: 'secret', sensitive: true } });

    expect(outputs.password).toEqual({ value: 'secret', type: 'string', sensitive: true });
  });

  it('marks a stand-in as sensitive as the output will be', () => {
    const { outputs } = standIn({});

    expect(OUTPUTS.filter((name) => objectOf(outputs[name]).sensitive === true)).toEqual(['password']);
  });

  it('writes real values into nothing but a file of this user in the private folder', () => {
    const { file } = standIn({ password: { value: 'canary-8812', sensitive: true } });

    expect(statSync(file).mode & 0o777).toBe(0o600);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name));
    const holding = files.filter((name) => statSync(name).isFile() && readFileSync(name, 'utf8').includes('canary'));
    expect(holding).toEqual([file]);
    expect(file.startsWith(join(root, 'private-'))).toBe(true);
  });

  it('reads the same value for whatever the state holds, and a stand-in for all else', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string()),
      fc.dictionary(fc.string(), fc.string()),
    );
    const known = fc.dictionary(fc.constantFrom(...OUTPUTS), fc.record({ value, sensitive: fc.boolean() }));

    fc.assert(
      fc.property(known, (given) => {
        const { outputs, file } = standIn(given);

        expect(Object.keys(outputs).toSorted()).toEqual(OUTPUTS.toSorted());
        for (const name of OUTPUTS) {
          const output = objectOf(outputs[name]);
          if (Object.hasOwn(given, name)) expect(output.value).toEqual(JSON.parse(JSON.stringify(given[name]?.value)));
          else expect(output).toMatchObject({ value: expect.stringMatching(/^vpc-0/) as string, type: 'string' });
          expect(output.sensitive === true).toBe(given[name]?.sensitive ?? name === 'password');
        }
        expect(existsSync(file)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

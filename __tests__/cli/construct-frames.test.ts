import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { recordFrames, type ConstructFrames } from '../../src/cli/session/construct-frames';
import { runApp } from '../../src/cli/session/run-app';
import { loadAssembly } from '../../src/policy';
import { readAssembly } from '../../src/terraform/assembly';
import type { Variables } from '../../src/terraform/process/process-environment';

const ROOT = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-frames-test-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the app of a project and answers where it said that it made its constructs. */
async function framesOf(project: string, outdir: string, more: Variables = {}): Promise<ConstructFrames> {
  const present = { ...process.env, ...more };
  return recordFrames(present, async (variables) => {
    const outcome = await runApp(project, outdir, { ...present, ...variables });
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
  });
}

describe('the app of this project', () => {
  const [asked, plain] = [join(folder, 'asked'), join(folder, 'plain')];
  const environment = { TF_WORKSPACE: 'production' };
  let frames: ConstructFrames = new Map();

  beforeAll(async () => {
    frames = await framesOf(ROOT, asked, environment);
    await runApp(ROOT, plain, { ...process.env, ...environment });
  }, 60_000);

  test('tells for every resource the line of a stack that made it', () => {
    const { resources } = loadAssembly(readAssembly(asked));
    const managed = resources.filter(({ mode }) => mode === 'managed');
    const without = managed.filter(
      ({ construct }) => !/^stacks\/[\w-]+\.ts:\d+:\d+$/.test(frames.get(construct ?? '') ?? ''),
    );

    expect(managed.length).toBeGreaterThan(150);
    expect(without.map(({ address }) => address)).toEqual([]);
  });

  test('tells the line as it is written in TypeScript', () => {
    const [file = '', line = ''] = (frames.get('data/MediaBucket/Bucket/Resource') ?? '').split(':');

    expect(readFileSync(join(ROOT, file), 'utf8').split('\n')[Number(line) - 1]).toContain('new MediaBucket(');
  });

  test('writes the same Terraform JSON whether it is asked or not', () => {
    const configurations = [asked, plain].map((each) => readAssembly(each).stacks.map((stack) => stack.configuration));

    expect(configurations[0]).toEqual(configurations[1]);
  });
});

test('any cdktf app tells it, in a folder of any name and beside the options that Node has already', async () => {
  const project = join(folder, 'an "app" of (somebody)');
  mkdirSync(project);
  writeFileSync(join(project, 'cdktf.json'), JSON.stringify({ app: 'node main.js' }));
  writeFileSync(
    join(project, 'main.js'),
    [
      "const { App, TerraformOutput, TerraformStack } = require('cdktf');",
      'const app = new App();',
      "const stack = new TerraformStack(app, 'shop');",
      "new TerraformOutput(stack, 'out', { value: 1 });",
      'app.synth();',
    ].join('\n'),
  );
  const frames = await framesOf(project, join(folder, 'out'), {
    NODE_PATH: join(ROOT, 'node_modules'),
    NODE_OPTIONS: '--no-deprecation',
  });

  expect(frames.get('shop/out')).toBe('main.js:4:1');
}, 60_000);

test('an app that does not run in Node tells nothing', async () => {
  expect(await recordFrames({}, () => Promise.resolve())).toEqual(new Map());
});

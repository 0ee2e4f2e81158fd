import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LabUnderTest } from '../../src/lab/scenarios/lab-under-test';
import { LabProject, missingForLab } from './lab/support/lab-project';

const EXAMPLE = resolve(__dirname, '../../examples/generic-php-site');
const MINUTES = 60_000;
const PAGE = '<?php echo "generic site on ", gethostname();';

const missing = missingForLab();
if (missing !== undefined && (process.env.CI ?? '') !== '') throw new Error(missing);
if (missing !== undefined) process.stderr.write(`SKIPPED: nothing boots in this run: ${missing}\n`);

/** The project of the example, as somebody has it who copied it. */
class GenericSite extends LabProject {
  readonly folder = join(this.directory, 'site');

  constructor() {
    super();
    cpSync(EXAMPLE, this.folder, { recursive: true });
    mkdirSync(join(this.folder, 'public'));
    writeFileSync(join(this.folder, 'public/index.php'), PAGE);
    symlinkSync(join(this.directory, 'node_modules'), join(this.folder, 'node_modules'));
    const paths = { 'cdktf-wordpress-ha': ['../src/index.ts'] };
    writeFileSync(join(this.folder, 'cdktf.json'), '{ "language": "typescript", "app": "npx tsx main.ts" }');
    writeFileSync(join(this.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { paths } }));
  }

  override get lab(): LabUnderTest {
    return this.labOf(this.folder);
  }
}

(missing === undefined ? describe : describe.skip)('a PHP site without WordPress, database and shared files', () => {
  const project = new GenericSite();
  const here = '--project site';

  beforeAll(async () => {
    await project.succeed(`release build --code site/public --name r1 ${here}`);
    await project.succeed(`lab up -e test --release site/.wordpress-ha/releases/r1/code.tar.gz ${here}`);
  }, 10 * MINUTES);

  afterAll(async () => {
    await project.run(`lab down ${here}`);
    project.remove();
  }, MINUTES);

  test('boots and serves its pages through the load balancer', async () => {
    const { status, body } = await project.lab.visitor.visit('/');

    expect({ status, text: body.toString() }).toEqual({
      status: 200,
      text: expect.stringContaining('generic site on ') as string,
    });
  });

  test(
    'a release that does not come keeps an instance out of it, too',
    async () => {
      const { exitCode, stdout } = await project.run(`lab prove both-healthy bad-checksum ${here}`);

      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining('2 of 2 passed') as string });
    },
    5 * MINUTES,
  );
});

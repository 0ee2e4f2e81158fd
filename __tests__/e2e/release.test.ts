import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Services } from '../../src/cli/context';
import { gitVersion, s3ObjectStore, type ObjectStore } from '../../src/release';
import { projectFolder, wordpressHa, type Outcome, type World } from '../cli/support';
import { folderOf, plugin, WORDPRESS } from '../release/support';
import { isMotoInstalled, startMoto, type MotoServer } from './state/support/moto-server';

const BUCKET = 'wordpress-staging-releases-123456789012';
const PREFIX = 'wordpress/staging';
const STACKS = { data: { configuration: { output: { releases_bucket: { value: 'x' } } } } };

jest.setTimeout(300_000);

const describeWithMoto = isMotoInstalled() ? describe : describe.skip;

describeWithMoto('releases in an emulated S3', () => {
  let moto: MotoServer;
  let s3: S3Client;
  /** Runs before an object is written. */
  let beforeWrite: (key: string) => Promise<void>;

  beforeAll(async () => {
    moto = await startMoto();
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    s3 = new S3Client({ endpoint: moto.endpoint, region: 'eu-central-1', forcePathStyle: true, credentials });
  });

  afterAll(() => {
    s3.destroy();
    moto.stop();
  });

  beforeEach(async () => {
    beforeWrite = () => Promise.resolve();
    await fetch(`${moto.endpoint}/moto-api/reset`, { method: 'POST' });
    await s3.send(
      new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }),
    );
    folderOf(join(projectFolder(), 'wp'), WORDPRESS);
    folderOf(join(projectFolder(), 'shop'), { 'shop.php': plugin('shop')['shop/shop.php'] ?? '' });
  });

  function run(line: string): Promise<Outcome> {
    const openBucket: Services['releases']['openBucket'] = async (place) => {
      const store = await s3ObjectStore(place);
      return Object.assign(Object.create(store) as ObjectStore, {
        write: async (...args: Parameters<ObjectStore['write']>) => {
          await beforeWrite(args[0]);
          return store.write(...args);
        },
      });
    };
    const world: World = {
      stacks: STACKS,
      scripts: { data: { outputs: { releases_bucket: { value: BUCKET, sensitive: false } } } },
      variables: { AWS_ENDPOINT_URL: moto.endpoint, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
      services: { releases: { gitVersion, fetch, openBucket } },
    };
    return wordpressHa(line, world);
  }

  async function succeed(line: string): Promise<Outcome> {
    const outcome = await run(line);
    if (outcome.exitCode !== 0) throw new Error(`'${line}' failed: ${outcome.stderr}`);
    return outcome;
  }

  async function object(key: string): Promise<string> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: `${PREFIX}/${key}` }));
    return (await Body?.transformToString()) ?? '';
  }

  test('are built, published, made current, listed and taken back', async () => {
    await succeed('release build --wordpress wp --name r1');
    await succeed('release build --wordpress wp --plugin shop --name r2');
    await succeed('release publish r1 -e staging --activate');

    const published = await succeed('release publish r2 -e staging --activate');
    const list = (await succeed('release list -e staging --json')).json();
    const back = await succeed('release current r1 -e staging');

    expect(published.stdout).toContain('staging: r2 is current now; before it was r1\n');
    expect(list['current']).toBe('r2');
    expect(list['releases']).toContainEqual(expect.objectContaining({ name: 'r1', current: false, problem: null }));
    expect(list['releases']).toContainEqual(
      expect.objectContaining({ name: 'r2', current: true, plugins: [{ name: 'shop', version: '1.0' }] }),
    );
    expect(back.stdout).toContain('staging: r1 is current now; before it was r2\n');
    expect(await object('current')).toBe('r1\n');
  });

  test('arrive as they were built, with the checksum that S3 keeps', async () => {
    await succeed('release build --wordpress wp --name r1');
    await succeed('release publish r1 -e staging');

    const code = readFileSync(join(projectFolder(), '.wordpress-ha/releases/r1/code.tar.gz'));
    const digest = createHash('sha256').update(code).digest();
    const head = await s3.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: `${PREFIX}/r1/code.tar.gz`, ChecksumMode: 'ENABLED' }),
    );
    expect(head).toMatchObject({ ChecksumSHA256: digest.toString('base64'), ContentLength: code.length });
    expect(await object('r1/code.tar.gz.sha256')).toBe(`${digest.toString('hex')}  code.tar.gz\n`);
    expect(await object('r1/env')).toBe('');
    expect((await succeed('release publish r1 -e staging')).stdout).toContain(
      'is there already, with the same content',
    );
  });

  test('never change, also when somebody wrote one without a checksum', async () => {
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `${PREFIX}/r1/code.tar.gz`, Body: 'other' }));
    await succeed('release build --wordpress wp --name r1');

    const refused = await run('release publish r1 -e staging --activate');

    expect(refused.stderr).toContain(`s3://${BUCKET}/${PREFIX}/r1/code.tar.gz is there already, with other content`);
    expect(refused.exitCode).toBe(1);
    expect(await object('r1/code.tar.gz')).toBe('other');
  });

  test('of two that choose at once, the slower one is told and changes nothing', async () => {
    for (const name of ['r1', 'r2', 'r3']) {
      await succeed(`release build --wordpress wp --name ${name}`);
      await succeed(`release publish ${name} -e staging`);
    }
    await succeed('release current r1 -e staging');
    beforeWrite = async (key) => {
      await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: 'r3\n' }));
    };

    const slower = await run('release current r2 -e staging');

    expect(slower.stderr).toContain("was changed by somebody else meanwhile, from 'r1' to 'r3', and is left like that");
    expect(slower.exitCode).toBe(1);
    expect(await object('current')).toBe('r3\n');
  });

  test('of two that choose first at once, the slower one is told', async () => {
    await succeed('release build --wordpress wp --name r1');
    beforeWrite = async (key) => {
      if (key.endsWith('/current')) await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: 'r9\n' }));
    };

    const slower = await run('release publish r1 -e staging --activate');

    expect(slower.stderr).toContain("meanwhile, from 'nothing' to 'r9'");
    expect(await object('current')).toBe('r9\n');
  });

  test('a bucket that is gone is told by name', async () => {
    await succeed('release build --wordpress wp --name r1');
    await fetch(`${moto.endpoint}/moto-api/reset`, { method: 'POST' });

    const { exitCode, stderr } = await run('release publish r1 -e staging');

    expect(stderr).toBe(`the releases bucket '${BUCKET}' does not exist; apply the stack that makes it\n`);
    expect(exitCode).toBe(1);
  });
});

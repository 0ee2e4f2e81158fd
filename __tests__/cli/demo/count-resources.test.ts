import { NoSuchBucket, S3Client } from '@aws-sdk/client-s3';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countResources } from '../../../src/cli/commands/demo/count-resources';
import { temporaryFolder } from '../../support/temporary-folder';

const STATE = JSON.stringify({
  resources: [
    { mode: 'managed', instances: [{}] },
    { mode: 'managed', instances: [{}, {}] },
    { mode: 'data', instances: [{}] },
  ],
});

/** A client that knows one bucket with these objects. */
function fakeS3(objects: Record<string, string>): S3Client {
  const s3 = new S3Client({ region: 'eu-west-1' });
  const send = (command: { input: { Bucket?: string; Key?: string } }): unknown => {
    const { Bucket, Key } = command.input;
    if (Bucket !== 'states') throw new NoSuchBucket({ $metadata: {}, message: 'gone' });
    if (Key === undefined) return { Contents: Object.keys(objects).map((name) => ({ Key: name })) };
    return { Body: { transformToString: () => Promise.resolve(objects[Key]) } };
  };
  s3.send = send as S3Client['send'];
  return s3;
}

describe('counting resources', () => {
  it('counts the managed ones in every state of the bucket', async () => {
    const s3 = fakeS3({ 'environments/a/data.tfstate': STATE, 'environments/a/web.tfstate': STATE, 'x.tflock': STATE });

    expect(await countResources({ s3, location: { type: 's3', bucket: 'states' }, directory: '/nowhere' })).toBe(6);
  });

  it('counts those in files too', async () => {
    const directory = temporaryFolder();
    mkdirSync(join(directory, 'state/development'), { recursive: true });
    writeFileSync(join(directory, 'state/development/terraform.tfstate'), STATE);
    writeFileSync(join(directory, 'state.tfstate.backup'), STATE);

    expect(await countResources({ s3: fakeS3({}), location: { type: 'local' }, directory })).toBe(3);
  });

  it('counts nothing in a bucket that is gone', async () => {
    const location = { type: 's3', bucket: 'other' } as const;

    expect(await countResources({ s3: fakeS3({}), location, directory: '/nowhere' })).toBe(0);
  });
});

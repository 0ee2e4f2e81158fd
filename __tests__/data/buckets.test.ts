import type { TerraformStack } from 'cdktf';
import { BackupsBucket } from '../../src/data/backups-bucket';
import { LogsBucket } from '../../src/data/logs-bucket';
import { MediaBucket } from '../../src/data/media-bucket';
import { PrivateBucket } from '../../src/data/private-bucket';
import { ReleasesBucket } from '../../src/data/releases-bucket';
import { synthesize, testStack } from '../../src/testing';
import { BUCKET, KEY, statementsOf } from './fixtures';

const MAKE = {
  media: (stack: TerraformStack, basics = BUCKET) =>
    new MediaBucket(stack, 'Media', { ...basics, key: KEY, noncurrentDays: 365 }),
  releases: (stack: TerraformStack, basics = BUCKET) => new ReleasesBucket(stack, 'Releases', { ...basics, key: KEY }),
  backups: (stack: TerraformStack, basics = BUCKET) =>
    new BackupsBucket(stack, 'Backups', { ...basics, key: KEY, glacierAfterDays: 30, expireAfterDays: 400 }),
  logs: (stack: TerraformStack, basics = BUCKET) => new LogsBucket(stack, 'Logs', { ...basics, expireAfterDays: 365 }),
};

describe.each(Object.entries(MAKE))('the %s bucket', (role, make) => {
  const json = synthesize((stack) => void make(stack));

  test('is named after system, environment, role and account', () => {
    expect(json.only('aws_s3_bucket')).toMatchObject({ bucket: `wordpress-production-${role}-111122223333` });
  });

  test('cannot be made public', () => {
    expect(json.only('aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(json.only('aws_s3_bucket_ownership_controls')).toMatchObject({
      rule: { object_ownership: 'BucketOwnerEnforced' },
    });
  });

  test('refuses requests without TLS 1.2', () => {
    const denied = statementsOf(json.only('aws_s3_bucket_policy')['policy']).filter(({ Effect }) => Effect === 'Deny');

    expect(denied).toMatchObject([
      { Action: ['s3:*'], Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Action: ['s3:*'], Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
    ]);
    expect(denied.every(({ Resource }) => Array.isArray(Resource) && Resource.length === 2)).toBe(true);
  });

  test('keeps versions before its lifecycle counts on them', () => {
    const [versioning] = Object.keys(json.resources('aws_s3_bucket_versioning'));

    expect(json.only('aws_s3_bucket_versioning')).toMatchObject({ versioning_configuration: { status: 'Enabled' } });
    expect(json.only('aws_s3_bucket_lifecycle_configuration')['depends_on']).toEqual([
      `aws_s3_bucket_versioning.${versioning}`,
    ]);
  });

  test('removes unfinished uploads after seven days', () => {
    expect(json.only('aws_s3_bucket_lifecycle_configuration')).toMatchObject({
      rule: [{ status: 'Enabled', abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }] }],
    });
  });

  test.each([true, false])('with protect %s can or cannot be destroyed with its objects', (protect) => {
    const bucket = synthesize((stack) => void make(stack, { ...BUCKET, protect })).only('aws_s3_bucket');

    expect(bucket).toMatchObject({ force_destroy: !protect, lifecycle: { prevent_destroy: protect } });
  });

  test('is encrypted, with the key wherever AWS can deliver to that', () => {
    const byDefault = json.only('aws_s3_bucket_server_side_encryption_configuration')['rule'];

    expect(byDefault).toEqual(
      role === 'logs'
        ? [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }]
        : [
            {
              apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms', kms_master_key_id: KEY.keyArn },
              bucket_key_enabled: true,
            },
          ],
    );
  });
});

test('a bucket logs accesses where it is told, once that bucket takes them', () => {
  const json = synthesize((stack) => {
    const accessLogs = MAKE.logs(stack);
    new ReleasesBucket(stack, 'Releases', { ...BUCKET, key: KEY, accessLogs });
  });
  const policy = Object.keys(json.resources('aws_s3_bucket_policy')).find((id) => id.startsWith('Logs'));

  expect(json.only('aws_s3_bucket_logging')).toMatchObject({
    target_bucket: `\${aws_s3_bucket_policy.${policy}.bucket}`,
    target_prefix: 's3/releases/',
  });
});

test('load balancers and buckets of this account may write to the logs bucket, and nobody else', () => {
  const json = synthesize((stack) => void MAKE.logs(stack));
  const [bucket] = Object.keys(json.resources('aws_s3_bucket'));
  const arn = `\${aws_s3_bucket.${bucket}.arn}`;
  const allowed = statementsOf(json.only('aws_s3_bucket_policy')['policy']).filter(({ Effect }) => Effect === 'Allow');

  expect(allowed).toEqual([
    {
      Sid: 'LoadBalancersWriteLogs',
      Effect: 'Allow',
      Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
      Action: ['s3:PutObject'],
      Resource: [`${arn}/*/AWSLogs/111122223333/*`, `${arn}/AWSLogs/111122223333/*`],
    },
    {
      Sid: 'S3WritesLogs',
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: ['s3:PutObject'],
      Resource: [`${arn}/*`],
      Condition: {
        StringEquals: { 'aws:SourceAccount': '111122223333' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::wordpress-production-*' },
      },
    },
  ]);
});

test('buckets besides the logs bucket allow nothing by their policy', () => {
  const json = synthesize((stack) => [MAKE.media(stack), MAKE.releases(stack), MAKE.backups(stack)]);
  const effects = json
    .list('aws_s3_bucket_policy')
    .flatMap(({ policy }) => statementsOf(policy).map((s) => s['Effect']));

  expect(new Set(effects)).toEqual(new Set(['Deny']));
});

test('fails when the name of the bucket gets longer than S3 allows', () => {
  const name = { system: 'wordpress', environment: 'production' };
  const make = () =>
    new PrivateBucket(testStack(), 'Bucket', {
      ...BUCKET,
      name,
      role: 'a-role-that-takes-up-the-whole-name',
      lifecycle: { noncurrentExpireAfterDays: 1 },
    });

  expect(make).toThrow(
    "'role' must leave the bucket's name at most 63 lower-case letters, digits and hyphens, " +
      "got 'wordpress-production-a-role-that-takes-up-the-whole-name-111122223333' (69); " +
      "shorten it, or 'system' or 'environment' in 'name'\n  in test/Bucket (PrivateBucket)",
  );
});

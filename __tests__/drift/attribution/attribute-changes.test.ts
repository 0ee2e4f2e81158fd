import {
  attributeChanges,
  type AttributionOptions,
  type TrailQuery,
} from '../../../src/drift/attribution/attribute-changes';
import { recorded } from './support';

const NOW = new Date('2026-11-21T12:00:00Z');
const BUCKET = { type: 'aws_s3_bucket_policy', kind: 'changed', paths: ['policy'], identifiers: ['media'] } as const;
const ROLE = { type: 'aws_iam_role', kind: 'deleted', paths: [], identifiers: ['web'] } as const;
const PUT = recorded({ name: 'PutBucketPolicy', parameters: { bucketName: 'media' } });

/** A trail that answers queries by their value, and what it was asked. */
function trailOf(answers: Readonly<Record<string, readonly string[]>>) {
  const asked: TrailQuery[] = [];
  const trail: AttributionOptions['trail'] = (query) => {
    asked.push(query);
    return Promise.resolve(answers[query.value] ?? []);
  };
  return { asked, options: { trail, region: 'eu-west-1', now: NOW } };
}

test('asks for the resource, and once for what several changes share', async () => {
  const { asked, options } = trailOf({ media: [PUT] });

  const told = await attributeChanges([BUCKET, BUCKET], options);

  expect(told).toEqual([expect.objectContaining({ known: true, event: 'PutBucketPolicy' }), told[0]]);
  expect(asked).toEqual([
    { by: 'ResourceName', value: 'media', region: 'eu-west-1', since: new Date('2026-08-23T12:00:00Z') },
  ]);
});

test('asks for the calls where the resource is not indexed', async () => {
  const { asked, options } = trailOf({ PutBucketPolicy: [PUT] });

  expect(await attributeChanges([BUCKET], options)).toEqual([expect.objectContaining({ event: 'PutBucketPolicy' })]);
  expect(asked.map(({ by, value }) => `${by} ${value}`)).toEqual([
    'ResourceName media',
    'EventName PutBucketPolicy',
    'EventName DeleteBucketPolicy',
  ]);
});

test('asks for services without regions where they write', async () => {
  const { asked, options } = trailOf({});

  await attributeChanges([ROLE], options);

  expect([...new Set(asked.map(({ region }) => region))]).toEqual(['us-east-1']);
});

test('says honestly that nothing explains it, and how far it looked', async () => {
  const { options } = trailOf({});
  const since = new Date('2026-11-20T00:00:00Z');

  expect(await attributeChanges([BUCKET], options)).toEqual([
    {
      known: false,
      reason: "no call of the last 90 days, which is as far as CloudTrail's event history goes, explains it",
    },
  ]);
  expect(await attributeChanges([BUCKET], { ...options, since })).toEqual([
    { known: false, reason: 'no call since 2026-11-20T00:00:00.000Z explains it' },
  ]);
});

test('a trail that cannot be read is no end of the check', async () => {
  const trail = (): Promise<never> => Promise.reject(new Error('AccessDenied'));

  expect(await attributeChanges([BUCKET], { trail, region: 'eu-west-1', now: NOW })).toEqual([
    { known: false, reason: 'CloudTrail cannot be read: AccessDenied' },
  ]);
});

test('looks up no more than it may', async () => {
  const { asked, options } = trailOf({});

  const told = await attributeChanges([BUCKET, ROLE], { ...options, lookups: 3 });

  expect(asked).toHaveLength(3);
  expect(told[1]).toEqual({ known: false, reason: 'too many changes to look all of them up' });
});

import { cloudTrail } from '../../../src/drift/attribution/cloud-trail';
import { recorded } from './support';
import { JsonService } from '../json-service';

const QUERY = { by: 'ResourceName', value: 'media', region: 'eu-west-1', since: new Date(0) } as const;
const PUT = recorded({ name: 'PutBucketPolicy', parameters: { bucketName: 'media' } });

describe('the event history', () => {
  let service: JsonService;
  let answer: (number: number) => [status: number, body: object];

  beforeEach(async () => {
    service = new JsonService((number) => answer(number));
    await service.start();
  });

  afterEach(() => service.stop());

  const look = (signal = new AbortController().signal) => {
    const { endpoint } = service;
    const keys = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
    return cloudTrail({ AWS_ENDPOINT_URL: endpoint, ...keys }, signal)(QUERY);
  };

  test('is read page by page', async () => {
    answer = (number) => [200, { Events: [{ CloudTrailEvent: PUT }], ...(number === 1 ? { NextToken: 'more' } : {}) }];

    expect(await look()).toEqual([PUT, PUT]);
    expect(service.requests.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: 'media' }],
        MaxResults: 50,
      }),
      expect.objectContaining({ NextToken: 'more' }),
    ]);
  });

  test('that may not be read names the permission', async () => {
    answer = () => [400, { __type: 'AccessDeniedException', message: 'not authorized' }];

    await expect(look()).rejects.toThrow("not authorized; allow 'cloudtrail:LookupEvents' in eu-west-1");
  });

  test('is not asked after an interruption', async () => {
    answer = () => [200, { Events: [] }];

    await expect(look(AbortSignal.abort())).rejects.toThrow();
    expect(service.requests).toEqual([]);
  });
});

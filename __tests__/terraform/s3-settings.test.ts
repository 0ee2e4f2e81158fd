import { s3Settings } from '../../src/terraform/s3-settings';

test('leaves everything to the chain of the SDK where nothing is said', () => {
  expect(s3Settings({ AWS_ENDPOINT_URL: '', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: '' })).toEqual({});
});

test('prefers the endpoint of S3 to that of all services', () => {
  const all = { AWS_ENDPOINT_URL: 'http://all' };

  expect(s3Settings(all)).toEqual({ endpoint: 'http://all', forcePathStyle: true });
  expect(s3Settings({ ...all, AWS_ENDPOINT_URL_S3: '' })).toEqual({ endpoint: 'http://all', forcePathStyle: true });
  expect(s3Settings({ ...all, AWS_ENDPOINT_URL_S3: 'http://s3' }).endpoint).toBe('http://s3');
});

test('takes keys that are named, with the token of a session', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' };

  expect(s3Settings(keys)).toEqual({ credentials: { accessKeyId: 'id', secretAccessKey: 'key' } });
  expect(s3Settings({ ...keys, AWS_SESSION_TOKEN: 'token' }).credentials?.sessionToken).toBe('token');
});

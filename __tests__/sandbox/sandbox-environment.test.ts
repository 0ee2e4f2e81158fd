import { sandboxEnvironment } from '../../src/sandbox';

const STATUS = {
  pid: 1,
  port: 5000,
  endpoint: 'http://127.0.0.1:5000',
  startedAt: '2026-11-21T00:00:00.000Z',
  accountId: '111111111111',
  logFile: '/x/emulator.log',
  notes: [],
};

describe('the variables of a sandbox', () => {
  const variables = sandboxEnvironment(STATUS);

  it('send every AWS call to the emulator', () => {
    expect(variables.AWS_ENDPOINT_URL).toBe('http://127.0.0.1:5000');
    expect(variables.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS).toBe('false');
  });

  it('leave no service an endpoint of its own', () => {
    const present = { AWS_ENDPOINT_URL_S3: 'https://s3.example.com', PATH: '/bin' };

    expect(sandboxEnvironment(STATUS, present)).toEqual({ ...variables, AWS_ENDPOINT_URL_S3: STATUS.endpoint });
  });

  it('name the account by the access key', () => {
    expect(variables.AWS_ACCESS_KEY_ID).toBe('111111111111');
  });

  it('blank everything that could lead to real credentials', () => {
    const blanked = Object.keys(variables).filter((name) => variables[name] === '');

    expect(blanked).toEqual(expect.arrayContaining(['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_CA_BUNDLE']));
    expect(variables.AWS_EC2_METADATA_DISABLED).toBe('true');
    expect(variables.AWS_SHARED_CREDENTIALS_FILE).toBe(variables.AWS_CONFIG_FILE);
  });
});

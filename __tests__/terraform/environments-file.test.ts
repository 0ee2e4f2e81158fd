import { writeFiles } from './support/files';
import { currentEnvironment, readEnvironments } from '../../src/terraform/environments-file';
import { temporaryFolder } from '../support/temporary-folder';

const staging = {
  name: 'staging',
  stage: 'staging',
  system: 'wordpress',
  accountId: '123456789012',
  region: 'eu-west-1',
  availabilityZones: ['eu-west-1a'],
  protection: 'off',
  domain: null,
  state: { type: 's3', bucket: 'b', region: 'eu-west-1', keyPrefix: 'environments' },
};

function read(content: unknown): ReturnType<typeof readEnvironments> {
  const folder = temporaryFolder();
  writeFiles(folder, { 'environments.json': content });
  return readEnvironments(folder);
}

describe('readEnvironments', () => {
  it('is undefined for the output of a plain cdktf app', () => {
    expect(readEnvironments(temporaryFolder())).toBeUndefined();
  });

  it('gives what the app has written', () => {
    const file = read({ current: 'staging', stateStack: 'state', environments: [staging] });

    expect(file).toEqual({ current: 'staging', stateStack: 'state', environments: [staging] });
    expect(file && currentEnvironment(file).accountId).toBe('123456789012');
  });

  it.each([
    [
      'an unknown current environment',
      { current: 'x', stateStack: 'state', environments: [staging] },
      "'current' must be one of staging",
    ],
    ['no list', { current: 'x', stateStack: 'state' }, "'environments' must be a list"],
    [
      'an environment without an account',
      { current: 'staging', stateStack: 'state', environments: [{ ...staging, accountId: 12 }] },
      "'accountId' must be a text in 'environments.json' (environments[0]); synthesize again",
    ],
    [
      'an unknown backend',
      { current: 'staging', stateStack: 'state', environments: [{ ...staging, state: { type: 'gcs' } }] },
      "'environments[0].state.type' must be s3, cloud or local",
    ],
  ])('fails for %s', (_, content, message) => {
    expect(() => read(content)).toThrow(message);
  });
});

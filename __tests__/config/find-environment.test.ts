import {
  allEnvironments,
  ConfigurationError,
  defineEnvironment,
  findEnvironment,
  soundEnvironments,
} from '../../src/config';
import { UserError } from '../../src/core/errors';
import { changed, TODAY, type Changes } from './changed-environment';

function file(name: string, changes: Changes = {}) {
  return () => defineEnvironment(changed(name, changes), { today: TODAY });
}

const files = {
  development: file('development'),
  staging: file('staging', { region: 'mars' }),
  production: file('production'),
};

describe('findEnvironment', () => {
  it('finds an environment by name although another is malformed', () => {
    expect(findEnvironment(files, 'production').name).toBe('production');
  });

  it('reports the problems of the one asked for', () => {
    expect(() => findEnvironment(files, 'staging')).toThrow(ConfigurationError);
  });

  it.each([
    ['prod', `did you mean 'production'`],
    ['Staging', `did you mean 'staging'`],
    ['elsewhere', 'choose one of them'],
    ['', 'choose one of them'],
    ['constructor', 'choose one of them'],
    ['__proto__', 'choose one of them'],
  ])(`lists the known names for '%s'`, (name, hint) => {
    const message = `the environment must be one that is defined (known are development, staging, production), got "${name}"; ${hint}`;

    expect(() => findEnvironment(files, name)).toThrow(new UserError(message));
  });

  it('says so when none is defined', () => {
    const message = `the environment must be one that is defined (there are none), got "x"; choose one of them`;

    expect(() => findEnvironment({}, 'x')).toThrow(new UserError(message));
  });

  it('refuses an environment that conflicts with another', () => {
    const overlapping = { ...files, production: file('production', { 'network/cidrBlock': '10.10.0.0/16' }) };

    expect(() => findEnvironment(overlapping, 'production')).toThrow(
      `production: 'network.cidrBlock' must not overlap that of 'development' (10.10.0.0/16) in the same account`,
    );
  });

  it('refuses an environment listed under another name', () => {
    expect(() => findEnvironment({ prod: file('production') }, 'prod')).toThrow(
      `prod: 'name' must be 'prod', the key under which the environment is listed, got "production"; make the two the same`,
    );
  });
});

describe('soundEnvironments', () => {
  it('leaves malformed environments out', () => {
    expect(soundEnvironments(files).map(({ name }) => name)).toEqual(['development', 'production']);
  });

  it('does not hide a defect in a file', () => {
    const defect = () => {
      throw new TypeError('not a mistake in a value');
    };

    expect(() => soundEnvironments({ defect })).toThrow(TypeError);
  });
});

describe('allEnvironments', () => {
  it('returns every environment when all are sound', () => {
    expect(allEnvironments({ ...files, staging: file('staging') })).toHaveLength(3);
  });

  it('fails on a malformed one', () => {
    expect(() => allEnvironments(files)).toThrow(/^staging: 'region' must be a region/);
  });
});

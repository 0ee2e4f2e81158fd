import { checkEnvironments } from '../../src/config';
import { environments, findEnvironment, knownEnvironments, soundEnvironments } from '../../stacks/environments';

describe('the default environments', () => {
  it('are development, staging and production, all sound', () => {
    expect(knownEnvironments()).toEqual(['development', 'staging', 'production']);
    expect(soundEnvironments().map(({ name }) => name)).toEqual(knownEnvironments());
  });

  it('can exist side by side', () => {
    expect(() => checkEnvironments(soundEnvironments())).not.toThrow();
  });

  it.each(Object.keys(environments))('%s has the stage of its name and states in one shared bucket', (name) => {
    const { stage, state } = findEnvironment(name);

    expect(stage).toBe(name);
    expect(state).toEqual({ type: 's3', bucket: 'wordpress-ha-state-123456789012', region: 'eu-west-1' });
  });

  it('have the same fields, apart from what only production or development needs', () => {
    const own = ['domain'];
    const fields = soundEnvironments().map((environment) =>
      Object.keys(environment).filter((field) => !own.includes(field)),
    );

    expect(fields[1]).toEqual(fields[0]);
    expect(fields[2]).toEqual(fields[0]);
  });

  it('turn development off at night and on again', () => {
    const schedules = findEnvironment('development').fleet.schedules ?? [];

    expect(schedules.map(({ name, desiredCapacity }) => [name, desiredCapacity])).toEqual([
      ['night', 0],
      ['morning', 1],
    ]);
  });

  it('give production three zones, a NAT gateway in each, a standby database and protection', () => {
    const { availabilityZones, network, database, protection } = findEnvironment('production');

    expect(availabilityZones).toHaveLength(3);
    expect(network.nat).toBe('per-zone');
    expect(database).toMatchObject({ multiAz: true, backupRetentionDays: 30 });
    expect(protection).toBe('on');
  });

  it('name the known environments when another is asked for', () => {
    expect(() => findEnvironment('prod')).toThrow(
      /known are development, staging, production.*did you mean 'production'/,
    );
  });
});

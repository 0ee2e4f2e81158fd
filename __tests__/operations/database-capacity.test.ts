import fc from 'fast-check';
import { UserError } from '../../src/core/errors';
import { connectionShortage, databaseMaxConnections, databaseMemoryGiB } from '../../src/operations';

describe('databaseMemoryGiB', () => {
  test.each([
    ['db.t3.micro', 1],
    ['db.t4g.small', 2],
    ['db.t4g.medium', 4],
    ['db.t3.2xlarge', 32],
    ['db.m7g.large', 8],
    ['db.m6i.4xlarge', 64],
    ['db.r7g.xlarge', 32],
    ['db.r6gd.2xlarge', 64],
    ['db.c6gd.xlarge', 8],
    ['db.x2g.large', 32],
  ])('%s has %d GiB', (instanceClass, memory) => {
    expect(databaseMemoryGiB(instanceClass)).toBe(memory);
  });

  test('is a whole positive number or a sentence for the user, whatever it is given', () => {
    const family = fc.constantFrom('t3', 't4g', 'm7g', 'r6i', 'x2g', 'z1d', 'q9', '');
    const size = fc.constantFrom('micro', 'medium', 'large', 'xlarge', '12xlarge', 'huge', '');
    fc.assert(
      fc.property(fc.tuple(family, size), ([some, other]) => {
        try {
          expect(databaseMemoryGiB(`db.${some}.${other}`)).toBeGreaterThanOrEqual(1);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });

  test('fails when the family is not known', () => {
    expect(() => databaseMemoryGiB('db.q9.large')).toThrow(
      "'instanceClass' must be an RDS class of family t, m, r, c, x2 or z1d, got 'db.q9.large'; " +
        "use one such as 'db.t4g.medium' or 'db.r7g.large'",
    );
  });
});

test("databaseMaxConnections divides the memory as RDS's own formula does", () => {
  expect(databaseMaxConnections('db.t4g.micro')).toBe(85);
  expect(databaseMaxConnections('db.t4g.medium')).toBe(341);
});

describe('connectionShortage', () => {
  test('is content when the database accepts every PHP process', () => {
    expect(connectionShortage({ maxSize: 6, workersPerInstance: 20, maxConnections: 130 })).toBeUndefined();
  });

  test('says by how much a fleet at its largest exceeds the connections', () => {
    expect(connectionShortage({ maxSize: 6, workersPerInstance: 20, maxConnections: 129 })).toBe(
      "'maxSize' times the PHP processes of an instance, plus 10, must not exceed the connections of the database (129), " +
        "got 6 x 20 + 10 = 130; lower 'maxSize' or take a larger 'instanceClass' for the database",
    );
  });
});

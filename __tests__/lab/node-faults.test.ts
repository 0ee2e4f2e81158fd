import { faultNamed } from '../../src/lab/inside/faults/faults';
import { NODE_FAULTS } from '../../src/lab/faults';
import { inGroups } from '../../src/lab/scenarios/prove';
import { nodeFaults } from '../../src/lab/scenarios/kept-out/node-faults';

/** Faults of the account, with what they take away from every instance that boots meanwhile. */
const OF_ACCOUNT: readonly string[] = ['missing-current', 'denied-policy', 'wrong-secret'];

test('every fault that must keep a node out of service has a trial', () => {
  expect(nodeFaults.map(({ name }) => name).sort()).toEqual([...NODE_FAULTS].sort());
  expect(nodeFaults.every(({ expected }) => expected === 'out-of-service')).toBe(true);
});

test('at most one fault of the account is in force at a time', () => {
  for (const together of inGroups(nodeFaults)) {
    expect(together.filter(({ name }) => OF_ACCOUNT.includes(name))).toHaveLength(1);
  }
});

test('a fault that is not known is refused with those that are', () => {
  expect(() => faultNamed('meteor')).toThrow(/^no fault is called 'meteor'; choose one of 'wrong-secret', 'missing-/);
});

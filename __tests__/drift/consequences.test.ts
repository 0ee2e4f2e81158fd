import type { DriftJudge } from '../../src/drift';
import { brief, driftOf, planOf } from './plan-fixture';

const ADDRESS = 'aws_lb_listener.Http';
const listener = (type: string, order: number) => ({ default_action: [{ type, order }] });

test('what follows is asked of each difference of a block by itself', () => {
  const asked: unknown[] = [];
  const judge: DriftJudge = (objects) => {
    asked.push(...objects.map(({ after }) => after));
    return objects.map(() => []);
  };
  const [applied, live, planned] = [listener('redirect', 1), listener('forward', 2), listener('redirect', 2)];

  const { findings } = driftOf(planOf({ address: ADDRESS, applied, live, planned }), [], { judge });

  expect(findings.map(brief)).toEqual([
    `revertable ${ADDRESS} default_action[0].type`,
    `observed ${ADDRESS} default_action[0].order`,
  ]);
  expect(asked).toEqual([listener('redirect', 2), listener('forward', 1)]);
});

test('what follows is asked of a block that was added', () => {
  const asked: unknown[] = [];
  const judge: DriftJudge = (objects) => {
    asked.push(...objects.map(({ after }) => after));
    return objects.map(() => []);
  };

  driftOf(
    planOf({ address: ADDRESS, applied: { tags: null }, live: { tags: { Note: 'x' } }, planned: { tags: null } }),
    [],
    { judge },
  );

  expect(asked).toEqual([{ tags: { Note: 'x' } }]);
});

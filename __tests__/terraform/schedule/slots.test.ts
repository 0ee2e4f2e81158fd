import fc from 'fast-check';
import { PLAN_MEMORY_MB, plansAtOnce, thisMachine } from '../../../src/terraform/schedule/machine';
import { slots } from '../../../src/terraform/schedule/slots';

test('no more pieces of work run than there are places, all of them run, and in their order', async () => {
  const property = fc.asyncProperty(
    fc.integer({ min: -2, max: 5 }),
    fc.array(fc.record({ turns: fc.integer({ min: 1, max: 4 }), fails: fc.boolean() }), { maxLength: 30 }),
    async (places, works) => {
      const inSlot = slots(places);
      const begun: number[] = [];
      let running = 0;
      let most = 0;
      const results = await Promise.allSettled(
        works.map(({ turns, fails }, index) =>
          inSlot(async () => {
            begun.push(index);
            running += 1;
            most = Math.max(most, running);
            for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
            running -= 1;
            if (fails) throw new Error(`work ${index}`);
            return index;
          }),
        ),
      );

      expect(begun).toEqual(works.map((_work, index) => index));
      expect(most).toBe(Math.min(works.length, Math.max(1, places)));
      expect(results.map(({ status }) => status)).toEqual(works.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')));
    },
  );
  await fc.assert(property);
});

test('a machine makes as many plans at the same time as it has processors and memory for, and always one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 512 }), fc.nat(1_000_000), (processors, memoryMB) => {
      const plans = plansAtOnce({ processors, memoryMB });

      expect(plans).toBeGreaterThanOrEqual(1);
      expect(plans).toBeLessThanOrEqual(processors);
      if (plans > 1) expect(plans * PLAN_MEMORY_MB).toBeLessThanOrEqual(memoryMB);
      if (plans < processors) expect((plans + 1) * PLAN_MEMORY_MB).toBeGreaterThan(memoryMB);
    }),
  );
});

test('this machine has a processor and memory', () => {
  expect(thisMachine().processors).toBeGreaterThanOrEqual(1);
  expect(thisMachine().memoryMB).toBeGreaterThan(0);
});

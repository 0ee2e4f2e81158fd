import { isMotoInstalled, startMoto, type MotoServer } from './moto-server';
import { workbench, type Workbench } from './workbench';

/**
 * Tests with an emulator and an empty state bucket of their own; skipped loudly where there is no emulator.
 *
 * @param fresh `each` gives every test its own, `all` one for all tests
 */
export function describeWithStateBucket(
  name: string,
  fresh: 'each' | 'all',
  tests: (bench: () => Workbench) => void,
): void {
  const describeIt = isMotoInstalled() ? describe : describe.skip;
  describeIt(name, () => {
    let moto: MotoServer | undefined;
    let bench: Workbench | undefined;
    const [before, after] = fresh === 'each' ? [beforeEach, afterEach] : [beforeAll, afterAll];
    before(async () => {
      moto = await startMoto();
      bench = await workbench(moto.endpoint);
    });
    after(() => {
      bench?.remove();
      moto?.stop();
    });
    tests(() => {
      if (bench === undefined) throw new Error('the bench is there only inside a test');
      return bench;
    });
  });
}

import { UserError } from '../../../core/errors';
import type { LabUnderTest } from '../lab-under-test';

const SECONDS = 120;

/**
 * Waits until two nodes are in service, and names the first two.
 *
 * @param beside a node that does not count
 * @throws UserError when that does not come about
 */
export async function twoInService(lab: LabUnderTest, beside?: string): Promise<[string, string]> {
  let names: readonly string[] = [];
  await lab.until('two nodes in service', SECONDS, async () => {
    names = (await lab.inService()).filter((name) => name !== beside);
    return names.length >= 2;
  });
  const [one, other] = names;
  if (one === undefined || other === undefined) throw new UserError('two nodes must be in service');
  return [one, other];
}

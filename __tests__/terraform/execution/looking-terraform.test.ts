import { lookingHost } from '../../../src/terraform/execution/looking-terraform';
import { slots } from '../../../src/terraform/schedule/slots';
import type { PlanOptions } from '../../../src/terraform/execution/terraform';
import { fakeOpen, NO_CHANGES } from '../../support/fake-terraform';

test('plans without the lock whatever is asked for, and refuses to change anything', async () => {
  const asked: PlanOptions[] = [];
  const { open, opened } = fakeOpen({ web: { plans: [(options) => (asked.push(options), NO_CHANGES)] } });
  const host = { binary: { path: 'terraform', version: '1.11.4' }, providerSource: 'none', notes: [] };
  const looking = lookingHost({ ...host, open, openOffline: open }, slots(1));
  const terraform = looking.open({ name: 'web', directory: '', dependencies: [], configuration: {} }, 'staging');

  await terraform.init();
  await terraform.selectWorkspace('staging');
  const plan = await terraform.plan({ lock: true, targets: ['aws_vpc.Network'] });
  await terraform.outputs();

  expect(asked).toEqual([{ lock: false, targets: ['aws_vpc.Network'] }]);
  const refusal = "stack 'web' was to be changed by work that only looks";
  await expect(terraform.apply(plan)).rejects.toThrow(refusal);
  await expect(terraform.forceUnlock('id')).rejects.toThrow(refusal);
  expect(opened.get('web')?.calls).toEqual(['init', 'selectWorkspace staging if there', 'plan', 'outputs']);
});

test('has nothing to plan and no outputs where the workspace does not exist, and makes none', async () => {
  const { open, opened } = fakeOpen({ web: { deployed: false, outputs: { a: { value: 1, sensitive: false } } } });
  const host = { binary: { path: 'terraform', version: '1.11.4' }, providerSource: 'none', notes: [] };
  const { open: look } = lookingHost({ ...host, open, openOffline: open });
  const terraform = look({ name: 'web', directory: '', dependencies: [], configuration: {} }, 'staging');

  expect(await terraform.selectWorkspace('staging')).toBe(false);
  expect((await terraform.plan()).json).toEqual(NO_CHANGES);
  expect(await terraform.outputs()).toEqual({});
  expect(opened.get('web')?.calls).toEqual(['selectWorkspace staging if there']);
});

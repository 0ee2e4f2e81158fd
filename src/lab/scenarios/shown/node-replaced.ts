import { labCacheDirectory } from '../../images/image-cache';
import { labImages } from '../../images/images';
import type { LabUnderTest } from '../lab-under-test';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

export const nodeReplaced: Trial = {
  name: 'node-replaced',
  summary: 'an instance of the stock image, which installs every package at boot, takes the place of another one',
  group: 'node-lost',
  prepare: stockImage,
  run: async (lab) => {
    // before another trial powers one off
    const [, old] = await twoInService(lab);
    const image = await stockImage(lab);
    const { name } = await lab.ask('launch', { image });
    const seconds = await lab.until(`${name} in service`, lab.model.fleet.bootSeconds, async () =>
      (await lab.inService()).includes(name),
    );
    const { instances } = await lab.status();
    const healthy = instances.find((instance) => instance.name === name)?.firstSecondsToHealthy ?? seconds;
    // one that another trial has just powered off may still be away
    await lab.until(
      'three nodes in service',
      lab.model.fleet.bootSeconds,
      async () => (await lab.inService()).length > 2,
    );
    await lab.ask('terminate', { instance: old });
    const detail = `${name} healthy ${healthy} s after power-on; ${old} left`;
    return { figure: Math.round(seconds), unit: 's', detail, bootSeconds: { stock: healthy } };
  },
};

/** Finds or makes the image as it is published, without the packages of the user data. */
async function stockImage(lab: LabUnderTest): Promise<string> {
  const { images, variables, signal } = lab;
  if (images.kind === 'stock') return images.disk;
  const cacheDirectory = labCacheDirectory(variables);
  return (await labImages({ cacheDirectory, packages: [], onProgress: (line) => lab.tell(line), signal })).disk;
}

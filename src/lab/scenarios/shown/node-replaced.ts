import { dirname } from 'node:path';
import { labImages } from '../../images/images';
import type { LabUnderTest } from '../lab-under-test';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

export const nodeReplaced: Trial = {
  name: 'node-replaced',
  summary: 'an instance of the stock image, which installs every package at boot, takes the place of another one',
  begin,
  run: async (lab) => (await begin(lab))(lab),
};

/** Launches the new instance; the second part waits until it is in service, and lets another one go. */
async function begin(lab: LabUnderTest): Promise<Trial['run']> {
  const { name } = await lab.ask('launch', { image: await stockImage(lab) });
  return async () => {
    await lab.until(`${name} in service`, lab.model.fleet.bootSeconds, async () =>
      (await lab.inService()).includes(name),
    );
    const { instances } = await lab.status();
    const healthy = instances.find((instance) => instance.name === name)?.firstSecondsToHealthy ?? 0;
    const [, old] = await twoInService(lab, name);
    await lab.ask('terminate', { instance: old });
    const detail = `${name} healthy so long after power-on, and in service; ${old} left`;
    return { figure: healthy, unit: 's', detail, bootSeconds: { stock: healthy } };
  };
}

/** Finds or makes the image as it is published, without the packages of the user data. */
async function stockImage(lab: LabUnderTest): Promise<string> {
  const { images, signal } = lab;
  if (images.kind === 'stock') return images.disk;
  // beside the images of the lab: those carry the authority that its services are known by
  const cacheDirectory = dirname(images.disk);
  return (await labImages({ cacheDirectory, packages: [], onProgress: (line) => lab.tell(line), signal })).disk;
}

import { dirname } from 'node:path';
import { UserError } from '../../../core/errors';
import { labImages } from '../../images/images';
import type { LabUnderTest } from '../lab-under-test';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

const REBOOT_SECONDS = 180;

export const nodeReplaced: Trial = {
  name: 'node-replaced',
  summary:
    'an instance of the stock image, which installs every package at boot and loses power as soon as it may serve, takes the place of another one',
  begin,
  run: async (lab) => (await begin(lab))(lab),
};

/**
 * Launches the new instance and takes its power away once it may serve: by then it must have written what it needs. The
 * second part waits until it is in service, and lets another one go.
 */
async function begin(lab: LabUnderTest): Promise<Trial['run']> {
  const { name } = await lab.ask('launch', { image: await stockImage(lab) });
  const { bootSeconds } = lab.model.fleet;
  await lab.until(`${name} completes its launch hook`, bootSeconds, async () => {
    const { launchHook } = await lab.instance(name);
    if (launchHook === 'ABANDON') throw new UserError(`${name} gave up`);
    return launchHook === 'CONTINUE';
  });
  await lab.ask('powerOff', { instance: name });
  await lab.ask('powerOn', { instance: name });
  return async () => {
    await lab.until(`${name} in service`, REBOOT_SECONDS, async () => (await lab.inService()).includes(name));
    const { firstSecondsToHealthy: healthy = 0 } = await lab.instance(name);
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

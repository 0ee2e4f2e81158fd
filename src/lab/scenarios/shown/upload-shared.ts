import { randomBytes } from 'node:crypto';
import { UserError } from '../../../core/errors';
import { WordPressSession } from '../site/wordpress-session';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

/** A picture of one pixel; whatever follows it in the file is ignored. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const NOISE_BYTES = 128 * 1024;

export const uploadShared: Trial = {
  name: 'upload-shared',
  summary: 'a file uploaded on one node has the same bytes on the other',
  run: async (lab) => {
    const [one, other] = await twoInService(lab);
    const picture = Buffer.concat([Buffer.from(PIXEL, 'base64'), randomBytes(NOISE_BYTES)]);
    const session = new WordPressSession((path, visit) => lab.visitInstance(one, path, visit));
    await session.logIn(lab.model);
    const path = await session.upload(`lab-${randomBytes(4).toString('hex')}.png`, 'image/png', picture);
    for (const instance of [one, other]) {
      const { status, body } = await lab.visitInstance(instance, path);
      if (status !== 200 || !body.equals(picture)) {
        throw new UserError(`${instance} answers ${status} with ${body.length} bytes for ${path}, not the picture`);
      }
    }
    return { figure: picture.length, unit: 'bytes', detail: `uploaded on ${one}, the same from ${other}` };
  },
};

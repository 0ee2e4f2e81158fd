import { UserError } from '../../../core/errors';
import { WordPressSession } from '../site/wordpress-session';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

export const loginShared: Trial = {
  name: 'login-shared',
  summary: 'who logged in on one node is known on the other',
  run: async (lab) => {
    const [one, other] = await twoInService(lab);
    const session = new WordPressSession((path, visit) => lab.visitInstance(one, path, visit));
    await session.logIn(lab.model);
    const there = session.through((path, visit) => lab.visitInstance(other, path, visit));
    const { status, body, milliseconds } = await there.ask('/wp-admin/profile.php');
    if (status !== 200 || !body.includes('id="your-profile"')) {
      throw new UserError(`${other} answers ${status} to who logged in on ${one}`);
    }
    return {
      figure: Math.round(milliseconds),
      unit: 'ms',
      detail: `logged in on ${one}, own profile shown by ${other}`,
    };
  },
};

import { UserError } from '../../../core/errors';
import type { Trial } from '../trial';

const STATE = `SELECT (SELECT GROUP_CONCAT(done) FROM wp_site_install),
  (SELECT GROUP_CONCAT(user_login) FROM wp_users),
  (SELECT option_value FROM wp_options WHERE option_name = 'siteurl'),
  (SELECT COUNT(*) FROM wp_posts WHERE post_name = 'hello-world')`;

export const installOnce: Trial = {
  name: 'install-once',
  summary: 'nodes that boot at once install the site once, at the address of its environment',
  run: async (lab) => {
    const [done, users, address = '', posts] = (await lab.query(STATE)).split('\t');
    if (done !== '1' || users !== 'admin' || posts !== '1') {
      throw new UserError(`the site is not installed once: done ${done}, users ${users}, first posts ${posts}`);
    }
    const expected = `${lab.visitor.tls ? 'https' : 'http'}://${lab.visitor.host}`;
    if (address !== expected) throw new UserError(`the site takes itself for '${address}', not for '${expected}'`);
    const logs = await Promise.all((await lab.inService()).map((name) => lab.on(name, 'cat /var/log/site/boot.log')));
    const installers = logs.filter((log) => log.includes('installed site: ready')).length;
    if (installers > 1) throw new UserError(`${installers} nodes say that they installed the site`);
    return { figure: 1, unit: 'runs', detail: `one administrator, one first post, address ${address}` };
  },
};

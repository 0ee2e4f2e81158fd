import { UserError } from '../../../core/errors';
import type { LabUnderTest } from '../lab-under-test';
import type { Outcome } from '../trial';
import { twoInService } from '../shown/two-in-service';
import { survivedFault } from './survived-fault';

const INSTALLER = 'php /opt/site/install.php';
const AWAY = 'lab_away_';
const SECONDS = 60;

/** The installer as the boot runs it. */
const INSTALL = `runuser -u www-data -- ${INSTALLER} Lab lab@example.com </dev/null 2>&1`;

export const halfInstall = survivedFault('half-install', run, { undisturbed: true });

async function run(lab: LabUnderTest): Promise<Outcome> {
  const nodes = await twoInService(lab);
  const content = await tables(lab);
  await rename(lab, content, (table) => `${AWAY}${table}`);
  try {
    const half = await installHalf(lab, nodes[0]);
    const begun = Date.now();
    // as two nodes that boot at once
    const told = await Promise.all(nodes.map((node) => lab.on(node, INSTALL, SECONDS)));
    const figure = (Date.now() - begun) / 1000;
    const installed = told.filter((text) => /^installed$/m.test(text)).length;
    const ready = told.filter((text) => text.endsWith('site: ready')).length;
    const [done, users] = (await lab.query('SELECT (SELECT done FROM wp_site_install), COUNT(*) FROM wp_users')).split(
      '\t',
    );
    if (installed !== 1 || ready !== nodes.length || done !== '1' || users !== '1') {
      throw new UserError(
        `${installed} nodes installed, ${ready} are ready, ${users} administrators: ${told.join(' / ')}`,
      );
    }
    const detail = `killed with ${half} tables; one of two nodes began again and installed, both are ready`;
    return { figure: Math.round(figure * 10) / 10, unit: 's', detail };
  } finally {
    await drop(lab, await tables(lab));
    await rename(
      lab,
      content.map((table) => `${AWAY}${table}`),
      (table) => table.slice(AWAY.length),
    );
  }
}

/** Kills an installation once it has made tables, and tells how many. */
async function installHalf(lab: LabUnderTest, node: string): Promise<number> {
  const installing = lab.on(node, INSTALL, SECONDS).catch(() => undefined);
  await lab.until('an installation under way', SECONDS, async () => (await tables(lab)).length > 3);
  await lab.on(node, `pkill -KILL -f '^${INSTALLER}'`);
  await installing;
  if ((await lab.query('SELECT done FROM wp_site_install')) !== '0') {
    throw new UserError('the installation had ended before it was killed');
  }
  return (await tables(lab)).length;
}

async function tables(lab: LabUnderTest): Promise<string[]> {
  const names = await lab.query("SHOW TABLES LIKE 'wp\\\\_%'");
  return names === '' ? [] : names.split('\n');
}

async function rename(lab: LabUnderTest, names: readonly string[], other: (name: string) => string): Promise<void> {
  if (names.length > 0) await lab.query(`RENAME TABLE ${names.map((name) => `${name} TO ${other(name)}`).join(', ')}`);
}

async function drop(lab: LabUnderTest, names: readonly string[]): Promise<void> {
  if (names.length > 0) await lab.query(`DROP TABLE ${names.join(', ')}`);
}

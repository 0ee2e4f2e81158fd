import { UserError } from '../../core/errors';
import { nodeFaults } from './kept-out/node-faults';
import { bothHealthy } from './shown/both-healthy';
import { browserPages } from './shown/browser-pages';
import { cronOnce } from './shown/cron-once';
import { databaseFailOver } from './shown/database-fail-over';
import { installOnce } from './shown/install-once';
import { loginShared } from './shown/login-shared';
import { nodeKilled } from './shown/node-killed';
import { nodeRebooted } from './shown/node-rebooted';
import { nodeReplaced } from './shown/node-replaced';
import { pageTime } from './shown/page-time';
import { releaseDeployed } from './shown/release-deployed';
import { uploadShared } from './shown/upload-shared';
import { bothRestarted } from './survived/both-restarted';
import { cacheAway } from './survived/cache-away';
import { filesSlow } from './survived/files-slow';
import { halfInstall } from './survived/half-install';
import type { Trial } from './trial';

/** Everything that the lab can show, in the order in which it is shown. */
export const TRIALS: readonly Trial[] = [
  bothHealthy,
  installOnce,
  pageTime,
  browserPages,
  cronOnce,
  halfInstall,
  uploadShared,
  loginShared,
  cacheAway,
  filesSlow,
  databaseFailOver,
  nodeKilled,
  nodeRebooted,
  nodeReplaced,
  // one of the two has just booted
  bothRestarted,
  releaseDeployed,
  ...nodeFaults,
];

/**
 * The trials of these names in the order of the catalogue; all of them when none is named.
 *
 * @throws UserError when there is none of a name
 */
export function chooseTrials(names: readonly string[], trials: readonly Trial[] = TRIALS): readonly Trial[] {
  const unknown = names.find((name) => !trials.some((trial) => trial.name === name));
  if (unknown === undefined) return names.length === 0 ? trials : trials.filter(({ name }) => names.includes(name));
  const known = trials.map(({ name }) => `'${name}'`).join(', ');
  throw new UserError(`nothing to prove is called '${unknown}'; choose from ${known}`);
}

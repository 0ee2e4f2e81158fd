import { randomBytes } from 'node:crypto';
import { UserError } from '../../../core/errors';
import type { LabUnderTest } from '../lab-under-test';
import { makeCurrent, publishNext, RELEASE_HEADER, releasesOf } from '../site/next-release';
import { inWords } from '../site/traffic';
import { requireNone, watched } from '../site/watched';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

const BOOT_AGAIN_SECONDS = 240;

export const releaseDeployed: Trial = {
  name: 'release-deployed',
  summary: 'a release comes by new instances and goes by a new boot of those that run, and no visitor notices',
  run: async (lab) => {
    await twoInService(lab);
    const next = `lab-${randomBytes(3).toString('hex')}`;
    const { first } = releasesOf(lab.objects);
    await publishNext(lab, next);
    try {
      const deployment = await watched(lab, () => deploy(lab, next));
      requireNone(deployment.answers);
      const rollback = await watched(lab, () => rollBack(lab, first));
      requireNone(rollback.answers);
      const answers = [...deployment.answers, ...rollback.answers];
      const detail = `deployed to new instances; rolled back in ${rollback.value} s on running ones; ${inWords(answers)}`;
      return { figure: deployment.value, unit: 's', detail };
    } finally {
      await makeCurrent(lab, first);
    }
  },
};

/** As an instance refresh that launches before it terminates; answers its seconds. */
async function deploy(lab: LabUnderTest, release: string): Promise<number> {
  const begun = Date.now();
  const old = await lab.inService();
  await makeCurrent(lab, release);
  const launched = await Promise.all(old.map(() => lab.ask('launch', {})));
  await lab.until('new instances in service', lab.model.fleet.bootSeconds, async () => {
    const inService = await lab.inService();
    return launched.every(({ name }) => inService.includes(name));
  });
  await Promise.all(old.map((instance) => lab.ask('terminate', { instance })));
  await requireRelease(lab, release);
  return Math.round((Date.now() - begun) / 1000);
}

/** One node after another; answers the seconds of all. */
async function rollBack(lab: LabUnderTest, release: string): Promise<number> {
  const begun = Date.now();
  await makeCurrent(lab, release);
  for (const instance of await lab.inService()) await lab.on(instance, '/opt/site/instance boot', BOOT_AGAIN_SECONDS);
  await requireRelease(lab, undefined);
  return Math.round((Date.now() - begun) / 1000);
}

/** Requires that every node serves a release; the first one of the lab does not tell its name. */
async function requireRelease(lab: LabUnderTest, release: string | undefined): Promise<void> {
  for (const instance of await lab.inService()) {
    const { status, headers } = await lab.visitInstance(instance, '/');
    if (status === 200 && headers[RELEASE_HEADER] === release) continue;
    const served = String(headers[RELEASE_HEADER] ?? 'the first release');
    throw new UserError(`${instance} answers ${status} from ${served}, not from ${release ?? 'the first release'}`);
  }
}

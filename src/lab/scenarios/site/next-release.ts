import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../../core/errors';
import { runTool } from '../../host/run-tool';
import { digestOf } from '../../images/sample-release';
import type { LabObject } from '../../run-parameters';
import type { LabUnderTest } from '../lab-under-test';

/** Header by which the site tells its release, where it is one that was made here. */
export const RELEASE_HEADER = 'x-lab-release';

/** Where the releases of a lab are, and the one that it began with. */
export interface LabReleases {
  readonly bucket: string;
  /** Beginning of every key, with a slash at its end. */
  readonly prefix: string;
  readonly first: string;
}

const ARCHIVE = /^(.*\/)([^/]+)\/code\.tar\.gz$/;

/** Finds the release that the lab began with. */
export function releasesOf(objects: readonly LabObject[]): LabReleases {
  for (const { bucket, key } of objects) {
    const [, prefix, first] = ARCHIVE.exec(key) ?? [];
    if (prefix !== undefined && first !== undefined) return { bucket, prefix, first };
  }
  throw new UserError('the lab began without a release; start it with one');
}

/** Publishes a release that differs from the first one by a header on every page. */
export async function publishNext(lab: LabUnderTest, name: string): Promise<void> {
  const { bucket, prefix, first } = releasesOf(lab.objects);
  const content = lab.objects.find(({ key }) => key === `${prefix}${first}/code.tar.gz`)?.content;
  if (content === undefined || !('file' in content)) throw new UserError('the first release of the lab has no archive');
  const folder = mkdtempSync(join(tmpdir(), 'lab-release-'));
  try {
    const [root, archive] = [join(folder, 'root'), join(folder, 'code.tar.gz')];
    const plugins = join(root, 'wp-content', 'mu-plugins');
    mkdirSync(root);
    await runTool('tar', ['-xzf', content.file, '-C', root]);
    mkdirSync(plugins, { recursive: true });
    writeFileSync(join(plugins, 'lab-release.php'), `<?php header('${RELEASE_HEADER}: ${name}');\n`);
    // packed for speed, not for size
    await runTool('tar', ['-I', 'gzip -1', '-cf', archive, '-C', root, '.']);
    const put = (key: string, body: Buffer): Promise<unknown> =>
      lab.ask('put', { bucket, key: `${prefix}${key}`, base64: body.toString('base64') });
    await put(`${name}/code.tar.gz`, readFileSync(archive));
    await put(`${name}/code.tar.gz.sha256`, Buffer.from(digestOf(archive)));
    await put(`${name}/env`, Buffer.alloc(0));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets `current` name a release. */
export async function makeCurrent(lab: LabUnderTest, name: string): Promise<void> {
  const { bucket, prefix } = releasesOf(lab.objects);
  await lab.ask('put', { bucket, key: `${prefix}current`, base64: Buffer.from(`${name}\n`).toString('base64') });
}

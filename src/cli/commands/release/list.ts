import { listReleases, readCurrent, type ListedRelease } from '../../../release';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { ReleaseOptions } from '../../options';
import { table } from '../../render/table';
import { withReleaseBucket } from './bucket';
import { contentText, sizeText } from './describe';

/** Lists the published releases of an environment. */
export async function listReleasesCommand(context: Context, options: ReleaseOptions): Promise<CommandResult> {
  const { signal } = context;
  return withReleaseBucket(context, options, false, async ({ session, store, scope }) => {
    const current = (await readCurrent(store, scope, signal))?.name ?? null;
    const releases = await listReleases(store, scope, signal);
    const lost = current !== null && !releases.some(({ name }) => name === current);
    const heading = `${session.environment}: ${releases.length === 0 ? 'no release is published' : `s3://${store.bucket}`}`;
    return {
      exitCode: EXIT.clean,
      text: [
        heading,
        ...(releases.length === 0 ? [] : [render(releases, current)]),
        ...(lost ? [`'current' names '${current}', which is not there, so that no instance can start`] : []),
      ].join('\n'),
      document: {
        environment: session.environment,
        bucket: store.bucket,
        current,
        releases: releases.map((release) => describe(release, current)),
      },
    };
  });
}

function render(releases: readonly ListedRelease[], current: string | null): string {
  const rows = releases.map(({ name, published, bytes, manifest, problem }) => [
    name,
    name === current ? 'current' : '',
    `${published.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    sizeText(bytes),
    manifest === undefined ? '-' : contentText(manifest),
    problem ?? '',
  ]);
  return table(['release', '', 'published', 'size', 'content', ''], rows);
}

function describe({ name, published, bytes, manifest, problem }: ListedRelease, current: string | null): object {
  return {
    name,
    current: name === current,
    published: published.toISOString(),
    bytes,
    sha256: manifest?.code.sha256 ?? null,
    wordpressVersion: manifest?.wordpress?.version ?? null,
    plugins: manifest?.plugins ?? [],
    themes: manifest?.themes ?? [],
    problem: problem ?? null,
  };
}

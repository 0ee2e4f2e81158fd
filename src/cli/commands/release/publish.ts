import { UserError } from '../../../core/errors';
import { publishRelease, readLocalRelease, releaseLayout, switchCurrent } from '../../../release';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { ReleasePublishOptions } from '../../options';
import { withProgress } from '../../session/with-progress';
import { withReleaseBucket } from './bucket';
import { builtRelease } from './places';
import { switchDocument, switchText } from './switched';

/** Puts a built release into the releases bucket of an environment. */
export async function publishReleaseCommand(context: Context, options: ReleasePublishOptions): Promise<CommandResult> {
  const release = await readLocalRelease(await builtRelease(context, options.release));
  const { name } = release.manifest;
  const { signal } = context;
  return withReleaseBucket(context, options, true, async ({ session, store, scope }) => {
    const done = await withProgress(context, 'publish', name, async (onProgress) => {
      const uploaded = await publishRelease(store, scope, release, { signal, onProgress });
      if (!options.activate) return { uploaded };
      if (signal.aborted) throw new UserError("interrupted; the release is published and 'current' is untouched");
      onProgress('making it current');
      return { uploaded, switched: await switchCurrent(store, scope, name, signal) };
    });
    const { uploaded, switched } = done;
    const choice = switched === undefined ? null : switchDocument(session, name, switched);
    const address = `s3://${store.bucket}/${releaseLayout.prefix(scope)}/${name}`;
    const what = uploaded.length === 0 ? 'is there already, with the same content' : `is published`;
    const next = [
      'make it the one that new instances take:',
      `  wordpress-ha release current ${name} -e ${session.environment}${options.sandbox ? ' --sandbox' : ''}`,
    ];
    const rest = choice === null ? next : [switchText(context, session, options, choice)];
    return {
      exitCode: EXIT.clean,
      text: [`${session.environment}: ${name} ${what}: ${address}`, ...rest].join('\n'),
      document: { environment: session.environment, bucket: store.bucket, release: name, address, uploaded, choice },
    };
  });
}

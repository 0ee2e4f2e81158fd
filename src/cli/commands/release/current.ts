import { readCurrent, releaseName, switchCurrent } from '../../../release';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { ReleaseCurrentOptions } from '../../options';
import { withReleaseBucket } from './bucket';
import { switchDocument, switchText } from './switched';

/** Shows which release new instances take, or chooses one. */
export async function currentReleaseCommand(context: Context, options: ReleaseCurrentOptions): Promise<CommandResult> {
  const name = options.release === undefined ? undefined : releaseName(options.release, 'the release to choose');
  const { signal } = context;
  return withReleaseBucket(context, options, name !== undefined, async ({ session, store, scope }) => {
    const { environment } = session;
    if (name === undefined) {
      const current = (await readCurrent(store, scope, signal))?.name ?? null;
      const text = current === null ? 'no release is current, so that no instance can start' : `${current} is current`;
      const document = {
        environment,
        bucket: store.bucket,
        current,
        previous: null,
        changed: false,
        refreshCommand: null,
      };
      return { exitCode: EXIT.clean, text: `${environment}: ${text}`, document };
    }
    const choice = switchDocument(session, name, await switchCurrent(store, scope, name, signal));
    return {
      exitCode: EXIT.clean,
      text: switchText(context, session, options, choice),
      document: { environment, bucket: store.bucket, ...choice },
    };
  });
}

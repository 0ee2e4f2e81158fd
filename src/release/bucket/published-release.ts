import { releaseLayout, type ReleaseScope } from '../../bootstrap/release-layout';
import { UserError } from '../../core/errors';
import { sha256Of } from '../digest';
import { parseManifest, type ReleaseManifest } from '../manifest';
import { addressOf, type ObjectStore } from './object-store';

/**
 * Reads what the bucket says of a release and checks that everything instances need is there and fits together.
 *
 * @throws UserError when an object is missing or not what `release.json` says
 */
export async function checkPublished(
  store: ObjectStore,
  scope: ReleaseScope,
  name: string,
  signal: AbortSignal,
): Promise<ReleaseManifest> {
  const refuse = (what: string): never => {
    throw new UserError(
      `the release '${name}' cannot become current: ${what}; publish it by 'wordpress-ha release publish'`,
    );
  };
  const text = async (key: string): Promise<string> =>
    (await store.readText(key, signal))?.text ?? refuse(`there is no ${addressOf(store, key)}`);
  const place = addressOf(store, releaseLayout.manifest(scope, name));
  const manifest = parseManifest(await text(releaseLayout.manifest(scope, name)), place);
  if (manifest.name !== name) refuse(`${place} is of the release '${manifest.name}'`);
  const [digest] = (await text(releaseLayout.checksum(scope, name))).trim().split(/\s+/);
  if (digest !== manifest.code.sha256)
    refuse(`its checksum object says ${digest ?? ''}, ${place} ${manifest.code.sha256}`);
  if ((await sha256Of(await text(releaseLayout.env(scope, name)))) !== manifest.env.sha256)
    refuse("its 'env' is another");
  const code = await store.sha256(releaseLayout.code(scope, name), signal);
  if (code !== manifest.code.sha256)
    refuse(code === undefined ? "its 'code.tar.gz' is missing" : "its 'code.tar.gz' is another");
  return manifest;
}

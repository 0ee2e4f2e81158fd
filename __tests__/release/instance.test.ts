import { cpSync, existsSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildRelease } from '../../src/release';
import { runFunctions, testWith, write } from '../bootstrap/support';
import { tarFiles, WORDPRESS } from './support';
import { temporaryFolder } from '../support/temporary-folder';

// stands in for curl: answers with $FAKE/objects/<last part of the URL>
const CURL = `
while [ $# -gt 0 ]; do
  case "$1" in -o) output=$2; shift ;; -K) cat >/dev/null; shift ;; https://*) url=$1 ;; esac
  shift
done
cp "$FAKE/objects/$(basename "$url")" "$output" && printf 200`;

testWith('jq', 'an instance unpacks a built release, links the shared files and reads its settings', async () => {
  const folder = temporaryFolder();
  const wordpress = await tarFiles(join(folder, 'wp.tar.gz'), WORDPRESS);
  const envFile = write(join(folder, 'site.env'), '# settings\nWP_CACHE=true\n');
  const code = { kind: 'wordpress', path: wordpress, plugins: [], themes: [] } as const;
  const inputs = { name: 'r1', code, envFile, output: join(folder, 'out') };
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const { directory } = await buildRelease(inputs, options);
  cpSync(directory, join(folder, 'objects'), { recursive: true });
  write(join(folder, 'objects/current'), 'r1\n');

  const ran = runFunctions(folder, 'fetch_release; switch_release "$RELEASES/$RELEASE"', { curl: CURL });

  const current = join(folder, 'srv/site/current');
  expect(ran).toMatchObject({ status: 0 });
  expect(readFileSync(join(current, 'index.php'), 'utf8')).toBe(WORDPRESS['index.php']);
  expect(existsSync(join(current, 'wp-content/plugins/akismet/akismet.php'))).toBe(true);
  expect(readlinkSync(join(current, 'wp-content/uploads'))).toBe(`${folder}/mnt/shared/uploads`);
  expect(readFileSync(join(folder, 'run/site/release.env'), 'utf8')).toBe('WP_CACHE=true\n');
});

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UserError } from '../../core/errors';
import { runTool } from '../host/run-tool';
import { cached, contentHash } from './image-cache';

/** Debian's WordPress and what its links lead to. */
const PACKAGES = [
  'libjs-cropper',
  'libjs-jquery',
  'libjs-lodash',
  'libjs-prototype',
  'libjs-scriptaculous',
  'libjs-underscore',
  'libphp-phpmailer',
  'php-getid3',
  'wordpress',
  'wordpress-theme-twentytwentyfive',
] as const;

const ARCHIVE = 'http://deb.debian.org/debian';
const LISTS = ['all', 'amd64'].map((kind) => `${ARCHIVE}/dists/trixie/main/binary-${kind}/Packages.gz`);

/** Links to absolute paths lead into the unpacked packages; those that lead nowhere go. */
const REPAIR_LINKS = `cd "$1/usr/share/wordpress"
rm -f .htaccess
find . -type l | while read -r link; do
  target=$(readlink "$link")
  case "$target" in /*) ln -sfn "$1$target" "$link" ;; esac
  [ -e "$link" ] || rm "$link"
done`;

/** WordPress as Debian packages it, as the archive of a release; made once, then taken from the cache. */
export function sampleRelease(
  cacheDirectory: string,
  onProgress: (line: string) => void,
  signal?: AbortSignal,
): Promise<string> {
  const name = `wordpress-${contentHash({ PACKAGES, REPAIR_LINKS })}.tar.gz`;
  return cached(cacheDirectory, name, async (folder) => {
    onProgress("making a release of Debian's WordPress");
    const root = join(folder, 'root');
    for (const { path, sha256 } of await packages()) {
      const file = join(folder, 'package.deb');
      const content = await fetched(`${ARCHIVE}/${path}`);
      if (createHash('sha256').update(content).digest('hex') !== sha256) {
        throw new UserError(`'${path}' of Debian does not match its SHA-256; try again`);
      }
      writeFileSync(file, content);
      await runTool('dpkg-deb', ['-x', file, root], { signal });
      rmSync(file);
    }
    await runTool('sh', ['-ec', REPAIR_LINKS, 'sh', root], { signal });
    const archive = join(folder, 'code.tar.gz');
    await runTool('tar', ['-h', '-czf', archive, '-C', join(root, 'usr/share/wordpress'), '.'], { signal });
    return archive;
  });
}

/** SHA-256 of a file, in hexadecimal digits. */
export function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

async function packages(): Promise<readonly { readonly path: string; readonly sha256: string }[]> {
  const found = new Map<string, { path: string; sha256: string }>();
  for (const list of LISTS) {
    for (const entry of gunzipSync(await fetched(list))
      .toString('utf8')
      .split('\n\n')) {
      const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(entry)?.[1] ?? '';
      const name = field('Package');
      if (PACKAGES.some((wanted) => wanted === name)) {
        found.set(name, { path: field('Filename'), sha256: field('SHA256') });
      }
    }
  }
  const missing = PACKAGES.filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new UserError(`Debian has no ${missing.join(', ')}; give '--release' an archive of your own`);
  return [...found.values()];
}

async function fetched(address: string): Promise<Buffer> {
  const response = await fetch(address);
  if (!response.ok) throw new UserError(`'${address}' answers ${response.status}; try again`);
  return Buffer.from(await response.arrayBuffer());
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync, type Zippable } from 'fflate';
import { pack, type Header } from 'tar-stream';
import { LIMITS, type Limits } from '../../src/release/archive/limits';
import type { Workshop } from '../../src/release/archive/read-source';
import { Spool } from '../../src/release/archive/spool';
import { temporaryFolder } from '../support/temporary-folder';

/** Files by path; a path that ends with a slash is a folder. */
export type Files = Readonly<Record<string, string>>;

/** A member of a tar archive as it stands there, whatever it is. */
export type RawMember = Partial<Header> & { readonly name: string; readonly content?: string };

/** The least that passes for WordPress. */
export const WORDPRESS: Files = {
  'index.php': '<?php require "wp-blog-header.php";',
  'wp-includes/version.php': "<?php\n$wp_version = '6.8.3';\n",
  'wp-content/plugins/akismet/akismet.php': '<?php /* Plugin Name: Akismet\nVersion: 5.3 */',
  'wp-content/themes/twentytwentyfive/style.css': '/* Theme Name: Twenty Twenty-Five */',
};

/** A plugin in its folder. */
export function plugin(name: string, version = '1.0'): Files {
  return { [`${name}/${name}.php`]: `<?php\n/*\n * Plugin Name: ${name}\n * Version: ${version}\n */` };
}

const spools: Spool[] = [];

afterEach(async () => {
  for (const spool of spools.splice(0)) await spool.close();
});

/** The same files below a folder. */
export function below(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

/** Writes a `.tar.gz` with exactly these members. */
export async function tarOf(path: string, members: readonly RawMember[]): Promise<string> {
  const archive = pack();
  for (const { content = '', ...header } of members) archive.entry(header, content);
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive as AsyncIterable<Buffer>) chunks.push(chunk);
  return written(path, gzipSync(Buffer.concat(chunks)));
}

/** Writes a `.tar.gz` of files. */
export function tarFiles(path: string, files: Files): Promise<string> {
  return tarOf(
    path,
    Object.entries(files).map(([name, content]) => ({
      name,
      content,
      ...(name.endsWith('/') && { type: 'directory' as const }),
    })),
  );
}

/** Writes a `.zip` of files; `mode` gives members the mode of a Unix system. */
export function zipFiles(path: string, files: Files, mode?: number): string {
  const attributes = mode === undefined ? {} : { os: 3, attrs: (mode << 16) >>> 0 };
  const members: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, [new TextEncoder().encode(content), attributes]]),
  );
  return written(path, Buffer.from(zipSync(members)));
}

/** Writes files below a folder and answers the folder. */
export function folderOf(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    if (path.endsWith('/')) mkdirSync(join(folder, path), { recursive: true });
    else written(join(folder, path), Buffer.from(content));
  }
  return folder;
}

/** A spool and limits for readers and writers. */
export async function workshop(limits: Partial<Limits> = {}, signal = new AbortController().signal): Promise<Workshop> {
  const all = { ...LIMITS, ...limits };
  const spool = await Spool.open(join(temporaryFolder(), 'spool'), all);
  spools.push(spool);
  return { spool, limits: all, signal };
}

function written(path: string, content: Buffer): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Gzip } from 'fflate';
import { pack, type Pack } from 'tar-stream';
import type { CodeTree, TreeNode } from './code-tree';
import { interruptible, type Workshop } from './read-source';

/** What the archive became. */
export interface WrittenArchive {
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
  readonly bytes: number;
  readonly files: number;
  readonly unpackedBytes: number;
}

/** Pieces of this size go into the compressor, whatever sizes they come in: its output depends on them. */
const CHUNK_BYTES = 64 * 1024;
const OLDEST_SECONDS = Date.UTC(2000, 0, 1) / 1000;
/** 17 years. */
const SPAN_SECONDS = 2 ** 29;

/**
 * Writes a tree as `.tar.gz`; the same tree gives the same bytes on every machine.
 *
 * Names are sorted, owners are root, and the compressor is JavaScript, because zlib's output differs by processor.
 */
export async function writeArchive(tree: CodeTree, path: string, workshop: Workshop): Promise<WrittenArchive> {
  const hash = createHash('sha256');
  const output = await open(path, 'wx', 0o644);
  let bytes = 0;
  const compressed: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk) => compressed.push(chunk));
  const flush = async (): Promise<void> => {
    for (const chunk of compressed.splice(0)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      await output.appendFile(chunk);
    }
  };
  try {
    for await (const chunk of inChunks(tarOf(tree, workshop))) {
      gzip.push(chunk);
      await flush();
    }
    gzip.push(new Uint8Array(), true);
    await flush();
    await output.sync();
  } finally {
    await output.close();
  }
  return { sha256: hash.digest('hex'), bytes, ...sizesOf(tree) };
}

/**
 * The time a file bears, told from its content.
 *
 * Web servers tell versions of a file apart by size and time: one time for all would keep an old stylesheet in caches
 * when its successor is as long, and the time of the build would differ from one build of the same code to the next.
 */
export function timeOf(sha256: string): Date {
  return new Date((OLDEST_SECONDS + (Number.parseInt(sha256.slice(0, 8), 16) % SPAN_SECONDS)) * 1000);
}

function sizesOf(tree: CodeTree): { files: number; unpackedBytes: number } {
  const files = tree.paths().flatMap((path) => {
    const node = tree.get(path);
    return node?.kind === 'file' ? [node.content.size] : [];
  });
  return { files: files.length, unpackedBytes: files.reduce((sum, size) => sum + size, 0) };
}

async function* tarOf(tree: CodeTree, workshop: Workshop): AsyncGenerator<Uint8Array> {
  const archive = pack();
  const fed = feed(archive, tree, workshop).catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    yield* archive as AsyncIterable<Uint8Array>;
  } finally {
    archive.destroy();
    await fed;
  }
}

async function feed(archive: Pack, tree: CodeTree, workshop: Workshop): Promise<void> {
  for (const path of tree.paths()) {
    interruptible(workshop.signal);
    const node = tree.get(path);
    if (node !== undefined) await addEntry(archive, path, node, workshop);
  }
  archive.finalize();
}

async function addEntry(archive: Pack, path: string, node: TreeNode, { spool }: Workshop): Promise<void> {
  const owner = { uid: 0, gid: 0, uname: 'root', gname: 'root', mtime: new Date(OLDEST_SECONDS * 1000) };
  if (node.kind === 'folder') {
    archive.entry({ ...owner, name: `${path}/`, type: 'directory', mode: 0o755 });
  } else if (node.kind === 'link') {
    archive.entry({ ...owner, name: path, type: 'symlink', linkname: node.target, mode: 0o777 });
  } else {
    const { size, sha256 } = node.content;
    const mode = node.executable ? 0o755 : 0o644;
    const entry = archive.entry({ ...owner, name: path, type: 'file', mode, size, mtime: timeOf(sha256) });
    await pipeline(spool.read(node.content), entry);
  }
}

async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    length += chunk.byteLength;
    if (length < CHUNK_BYTES) continue;
    const all = Buffer.concat(waiting);
    let start = 0;
    for (; start + CHUNK_BYTES <= all.length; start += CHUNK_BYTES) yield all.subarray(start, start + CHUNK_BYTES);
    waiting = [all.subarray(start)];
    length = all.length - start;
  }
  yield Buffer.concat(waiting);
}

import { gzipSync, strToU8 } from 'fflate';
import type { InstanceFile } from './instance-file';

function block(content: string): string {
  return content.replaceAll(/^(?=.)/gm, '    ');
}

function entry({ path, permissions, content }: InstanceFile): string {
  return `- path: ${path}\n  permissions: '${permissions}'\n  content: |\n${block(content)}`;
}

/** A cloud-config that writes the files, each of which ends in a newline, and then runs one command. */
export function cloudConfig(comment: string, files: readonly InstanceFile[], command: readonly string[]): string {
  return [
    `#cloud-config\n${comment.replaceAll(/^/gm, '# ')}\nwrite_files:\n`,
    ...files.map(entry),
    `runcmd:\n- [${command.join(', ')}]\n`,
  ].join('');
}

/**
 * User data as EC2 gets it: gzip, which cloud-init unpacks by itself.
 *
 * In pure JavaScript, because Node's own gzip gives other bytes on another version or processor, and every change of a
 * byte would replace the fleet.
 */
export function compressUserData(text: string): Buffer {
  if (compressed?.text !== text) compressed = { text, bytes: gzipSync(strToU8(text), { level: 9, mtime: 0 }) };
  return Buffer.from(compressed.bytes);
}

/** The last result: every environment of one image has the same text, and it is measured and encoded apart. */
let compressed: { readonly text: string; readonly bytes: Uint8Array } | undefined;

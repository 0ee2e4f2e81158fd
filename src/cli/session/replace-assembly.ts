import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const MANIFEST = 'manifest.json';

/** Folders beside `stacks` that are made from the assembly, anew in each run that uses them. */
const DERIVED = ['offline', 'preview'];

/**
 * Whether two assemblies hold different files.
 *
 * Only what synthesis writes counts: Terraform's folders, states, plans and override files are left out.
 */
export function differs(draft: string, target: string): boolean {
  const fresh = synthesizedFiles(draft);
  const present = synthesizedFiles(target);
  if (fresh.length !== present.length) return true;
  return fresh.some((file, index) => file !== present[index] || !sameContent(join(draft, file), join(target, file)));
}

/**
 * Puts the files of one assembly in the place of another's and keeps what Terraform left between them.
 *
 * The manifest goes first and comes back last: whoever is interrupted leaves a folder that asks for synthesis, never one
 * that is half old and half new.
 */
export function replaceAssembly(draft: string, target: string): void {
  mkdirSync(target, { recursive: true });
  rmSync(join(target, MANIFEST), { force: true });
  const fresh = synthesizedFiles(draft);
  for (const file of synthesizedFiles(target)) if (!fresh.includes(file)) rmSync(join(target, file), { force: true });
  for (const file of [...fresh.filter((name) => name !== MANIFEST), MANIFEST]) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    renameSync(join(draft, file), join(target, file));
  }
}

/** Relative paths of the files that synthesis wrote, in order. */
function synthesizedFiles(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter(isSynthesized)
    .toSorted();
}

function isSynthesized(file: string): boolean {
  const parts = file.split(sep);
  if (parts.some((part) => part.startsWith('.')) || parts.includes('terraform.tfstate.d')) return false;
  if (DERIVED.includes(parts[0] ?? '')) return false;
  return !/(\.tfstate(\.backup)?|\.tfplan|override\.tf\.json|\.log)$/.test(file);
}

function sameContent(left: string, right: string): boolean {
  return readFileSync(left).equals(readFileSync(right));
}

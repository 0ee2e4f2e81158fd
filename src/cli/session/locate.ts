import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { lineOfAddress, locationOfFrame, type Locate } from '../../policy';
import type { Assembly } from '../../terraform/assembly';
import type { ConstructFrames } from './construct-frames';

/** Findings lie where TypeScript made the resource if that is known, else in the Terraform JSON of their stack. */
export function locateInAssembly(assembly: Assembly, project: string, frames: ConstructFrames): Locate {
  const texts = new Map<string, string>();
  return ({ stack, address, construct }) => {
    const frame = locationOfFrame(frames.get(construct ?? '') ?? '');
    if (frame !== undefined) return { ...frame, file: inProject(project, frame.file) };
    const directory = assembly.stacks.find((each) => each.name === stack)?.directory;
    if (directory === undefined) return undefined;
    const file = join(directory, 'cdk.tf.json');
    const text = texts.get(file) ?? readFileSync(file, 'utf8');
    texts.set(file, text);
    return { file: inProject(project, file), line: lineOfAddress(text, address) };
  };
}

/** A path as reports give it: from the project's folder and with slashes. */
export function inProject(project: string, file: string): string {
  return (isAbsolute(file) ? relative(project, file) : file).replaceAll('\\', '/');
}

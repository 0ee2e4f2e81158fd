import type { DriftDocument } from './document';

/** What is to be known of stacks beside their findings: those that are not applied, and those that wait for another one. */
export function stackNotes({ stacks }: Pick<DriftDocument, 'stacks'>): readonly string[] {
  const awaited = stacks.filter(({ status, placeholders }) => status === 'checked' && placeholders.length > 0);
  return [
    ...awaited.map(
      ({ stack, placeholders }) =>
        `${stack}: reads values that ${placeholders.join(', ')} does not have yet; what follows from them is pending`,
    ),
    ...stacks
      .filter(({ status }) => status === 'not-applied')
      .map(({ stack, findings }) => `${stack}: not applied yet, ${pendingText(findings.length)} pending`),
  ];
}

/** A stack without a workspace is not planned, so its resources are not counted. */
function pendingText(count: number): string {
  if (count === 0) return 'all of it';
  return count === 1 ? '1 resource' : `${count} resources`;
}

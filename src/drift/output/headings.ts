import type { ClassCounts } from '../drift-report';
import type { Finding, FindingAttribute, FindingClass } from '../finding';

/** What each class means, as a heading. */
export const CLASS_HEADINGS: Readonly<Record<FindingClass, string>> = {
  invisible: 'added outside terraform, and no apply removes it',
  unmanaged: 'lies in our network, and no stack manages it',
  deleted: 'deleted outside terraform, the next apply makes it again',
  revertable: 'changed outside terraform, the next apply undoes it',
  pending: 'configured and not applied yet',
  accepted: 'changed outside terraform, accepted by ignore_changes',
  observed: 'changed outside terraform, the configuration does not mind',
};

/** What was found, in words: the detail, or the attributes that differ. */
export function findingText({ attributes, detail }: Finding): string {
  return detail ?? attributes.map(attributeText).join(', ');
}

/** One attribute with its values where the report gives them. */
function attributeText({ path, sensitive, before, after }: FindingAttribute): string {
  const name = path === '' ? 'all attributes' : path;
  if (sensitive) return `${name} (sensitive)`;
  return before === undefined ? name : `${name} ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
}

/** One line that sums a report up. */
export function summaryText(environment: string, stacks: number, summary: ClassCounts, expected: number): string {
  const { drifted, pending, noted } = groupedCounts(summary);
  const asExpected = expected === 0 ? '' : `, ${expected} as expected`;
  return (
    `${environment}: ${drifted} drifted, ${pending} pending, ${noted} noted${asExpected}, ` +
    `in ${stacks} ${stacks === 1 ? 'stack' : 'stacks'}`
  );
}

/** Findings in the three groups that people think in. */
export function groupedCounts({ pending, accepted, observed, ...drift }: ClassCounts): {
  readonly drifted: number;
  readonly pending: number;
  readonly noted: number;
} {
  const drifted = Object.values(drift).reduce((sum, count) => sum + count, 0);
  return { drifted, pending, noted: accepted + observed };
}

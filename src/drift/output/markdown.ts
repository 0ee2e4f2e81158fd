import { FINDING_CLASSES, type Finding, type FindingClass } from '../finding';
import type { DriftDocument } from './document';
import { CLASS_HEADINGS, findingText, summaryText } from './headings';

/** A comment or an issue on GitHub holds 65536 characters. */
const MOST_ROWS = 100;

/** The report for a summary of a job, a comment or an issue. */
export function driftMarkdown(document: DriftDocument): string {
  const { environment, checkedAt, summary, stacks, failed, ignoreProblems } = document;
  const expected = stacks.flatMap((stack) => stack.expected.map((each) => ({ stack: stack.stack, ...each })));
  const ignored = stacks.flatMap((stack) => stack.ignored);
  const sections = [
    `## Drift of ${escaped(environment)}`,
    `${escaped(summaryText(environment, stacks.length, summary, expected.length))}. Checked at ${checkedAt}.`,
    ...failed.map(({ stack, error }) => `> **${escaped(stack)} could not be checked**: ${escaped(error)}`),
    ...FINDING_CLASSES.map((kind) => section(kind, document)),
    list(
      'As expected',
      expected.map(
        ({ stack, address, attribute, actor, rule }) =>
          `\`${stack}/${address}\`: ${attribute} by ${actor}: ${escaped(rule)}`,
      ),
    ),
    list(
      'Ignored',
      ignored.map(
        (finding) =>
          `\`${finding.address}\`: ${escaped(findingText(finding))} — ${escaped(finding.ignoredBy?.reason ?? '')} (${escaped(finding.ignoredBy?.owner ?? '')}, until ${finding.ignoredBy?.expires ?? ''})`,
      ),
    ),
    list(
      'Ignore rules',
      ignoreProblems.map(({ rule, message }) => `\`${rule.address}\` of ${escaped(rule.owner)}: ${escaped(message)}`),
    ),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(kind: FindingClass, { stacks }: DriftDocument): string {
  const findings = stacks.flatMap(({ stack, findings: all }) =>
    all.filter((finding) => finding.class === kind).map((finding) => ({ stack, finding })),
  );
  if (findings.length === 0) return '';
  const rows = findings.slice(0, MOST_ROWS).map(({ stack, finding }) => row(stack, finding));
  const more = findings.length > MOST_ROWS ? [`\n… and ${findings.length - MOST_ROWS} more`] : [];
  const head = ['| severity | resource | what | next step |', '| --- | --- | --- | --- |'];
  return [`### ${CLASS_HEADINGS[kind]}`, '', ...head, ...rows, ...more].join('\n');
}

function row(stack: string, finding: Finding): string {
  const { severity, address, consequences, nextSteps } = finding;
  const because = consequences.map(({ rule, message }) => `<br>${rule}: ${escaped(message)}`).join('');
  const [step] = nextSteps;
  const commands = (step?.commands ?? []).map((command) => `<br><code>${escaped(command)}</code>`).join('');
  const doing = step === undefined ? '' : `${escaped(step.summary)}${commands}`;
  return `| ${severity} | \`${stack}/${address.replaceAll('|', '\\|')}\` | ${escaped(findingText(finding))}${because} | ${doing} |`;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`### ${title}`, '', ...lines.map((line) => `- ${line}`)].join('\n');
}

/** Text that Markdown and HTML take as it stands. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\n', ' ');
}

import { FINDING_CLASSES, type FindingClass } from '../finding';
import type { DriftDocument, ReportedFinding } from './document';
import { CLASS_HEADINGS, findingText, summaryText } from './headings';
import { alarmText, HEALTH_HEADING, healthNotes } from './health-text';
import { stackNotes } from './stack-notes';
import { storyText } from './story-text';

/** A comment or an issue on GitHub holds 65536 characters. */
const MOST_ROWS = 100;

/** The report for a summary of a job, a comment or an issue. */
export function driftMarkdown(document: DriftDocument): string {
  const { environment, checkedAt, summary, stacks, failed, ignoreProblems } = document;
  const expected = stacks.flatMap((stack) => stack.expected.map((each) => ({ stack: stack.stack, ...each })));
  const ignored = stacks.flatMap((stack) => stack.ignored);
  const sections = [
    `## Drift of ${escapedMarkdown(environment)}`,
    `${escapedMarkdown(summaryText(environment, stacks.length, summary, expected.length))}. Checked at ${checkedAt}.`,
    ...failed.map(
      ({ stack, error }) => `> **${escapedMarkdown(stack)} could not be checked**: ${escapedMarkdown(error)}`,
    ),
    ...stackNotes(document).map((note) => `> ${escapedMarkdown(note)}`),
    ...FINDING_CLASSES.map((kind) => section(kind, document)),
    list(
      HEALTH_HEADING,
      healthNotes(document).map(({ stack, address, text }) => `\`${stack}/${address}\` ${escapedMarkdown(text)}`),
    ),
    alarmText(document) ?? '',
    list(
      'As expected',
      expected.map(
        ({ stack, address, attribute, actor, rule }) =>
          `\`${stack}/${address}\`: ${attribute} by ${actor}: ${escapedMarkdown(rule)}`,
      ),
    ),
    list(
      'Ignored',
      ignored.map(
        (finding) =>
          `\`${finding.address}\`: ${escapedMarkdown(findingText(finding))} — ${escapedMarkdown(finding.ignoredBy?.reason ?? '')} (${escapedMarkdown(finding.ignoredBy?.owner ?? '')}, until ${finding.ignoredBy?.expires ?? ''})`,
      ),
    ),
    list(
      'Ignore rules',
      ignoreProblems.map(
        ({ rule, message }) => `\`${rule.address}\` of ${escapedMarkdown(rule.owner)}: ${escapedMarkdown(message)}`,
      ),
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

function row(stack: string, finding: ReportedFinding): string {
  const { severity, address, consequences, nextSteps } = finding;
  const because = consequences.map(({ rule, message }) => `<br>${rule}: ${escapedMarkdown(message)}`).join('');
  const story = storyText(finding);
  const told = story === undefined ? '' : `<br>${escapedMarkdown(story)}`;
  const [step] = nextSteps;
  const commands = (step?.commands ?? []).map((command) => `<br><code>${escapedMarkdown(command)}</code>`).join('');
  const doing = step === undefined ? '' : `${escapedMarkdown(step.summary)}${commands}`;
  return `| ${severity} | \`${stack}/${address.replaceAll('|', '\\|')}\` | ${escapedMarkdown(findingText(finding))}${because}${told} | ${doing} |`;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`### ${title}`, '', ...lines.map((line) => `- ${line}`)].join('\n');
}

/** Text that Markdown and HTML take as it stands. */
export function escapedMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\n', ' ');
}

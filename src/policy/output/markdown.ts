import type { Finding, Report } from '../evaluation/finding';

/** A comment on GitHub holds 65536 characters. */
const MOST_ROWS = 100;

/** The report for a pull request. */
export function markdown(report: Report, title: string): string {
  const { findings, counts, threshold, packs, notes } = report;
  const open = findings.filter(({ suppression }) => suppression === undefined);
  const alarming = open.filter((finding) => finding.alarming);
  const milder = open.filter(({ alarming: alarms, kind }) => !alarms && kind === 'fail');
  const unclear = open.filter(({ alarming: alarms, kind }) => !alarms && kind === 'unknown');
  const accepted = findings.filter(({ suppression }) => suppression !== undefined);
  const verdict = counts.alarming === 0 ? 'nothing to repair' : `${counts.alarming} to repair`;
  const sections = [
    `## Policy: ${escaped(title)}: ${verdict}`,
    `${counts.rules} rules of ${packs.join(' and ')} on ${counts.resources} resources: ${counts.passed} passed, ` +
      `${counts.failed} failed, ${counts.unknown} cannot be told, ${counts.suppressed} accepted. Threshold: ${threshold}.`,
    section('At or above the threshold', alarming),
    section('Below the threshold', milder),
    section('Cannot be told yet', unclear),
    section('Accepted', accepted),
    ...notes.map((note) => `> ${escaped(note)}`),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(title: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const rows = findings.slice(0, MOST_ROWS).map(row);
  const more = findings.length > MOST_ROWS ? [`\n… and ${findings.length - MOST_ROWS} more`] : [];
  return [
    `### ${title}`,
    '',
    '| severity | rule | resource | what |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...more,
  ].join('\n');
}

function row({ severity, rule, stack, address, message, suppression }: Finding): string {
  const what =
    suppression === undefined
      ? `${message}. ${rule.fix}`
      : `${message} — ${suppression.reason} (${suppression.owner}, until ${suppression.expires})`;
  return `| ${severity} | ${rule.id} | \`${stack}/${address.replaceAll('|', '\\|')}\` | ${escaped(what)} |`;
}

/** Text that Markdown and HTML take as it stands. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\n', ' ');
}

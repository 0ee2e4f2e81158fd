import type { FindingDocument } from './document';

/** A comment on GitHub holds 65536 characters. */
const MOST_ROWS = 100;

/** A heading and a table of findings; nothing without findings. */
export function section(title: string, findings: readonly FindingDocument[]): string {
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

/** Paragraphs with an empty line between them. */
export function paragraphs(parts: readonly string[]): string {
  return `${parts.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Text that Markdown and HTML take as it stands. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\n', ' ');
}

function row({ severity, rule, stack, address, message, fix, suppression }: FindingDocument): string {
  const what =
    suppression === undefined
      ? `${message}. ${fix}`
      : `${message} — ${suppression.reason} (${suppression.owner}, until ${suppression.expires})`;
  return `| ${severity} | ${rule} | \`${stack}/${address.replaceAll('|', '\\|')}\` | ${escaped(what)} |`;
}

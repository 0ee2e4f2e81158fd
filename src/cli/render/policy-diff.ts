import { UserError } from '../../core/errors';
import { diffMarkdown, type FindingDocument, type ReportDiff } from '../../policy';
import type { Style, Tone } from './style';
import { count } from './table';

type DiffFormat = (diff: ReportDiff, style: Style) => string;

const FORMATS: Readonly<Record<string, DiffFormat>> = {
  table: renderDiff,
  json: (diff) => JSON.stringify(diff, null, 2),
  markdown: (diff) => diffMarkdown(diff).trimEnd(),
};

/** @throws UserError when there is no such format */
export function diffFormat(name: string): DiffFormat {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format === undefined)
    throw new UserError(`'--format' must be one of ${Object.keys(FORMATS).join(', ')}, got '${name}'`);
  return format;
}

function renderDiff({ added, resolved, notes }: ReportDiff, style: Style): string {
  const alarming = added.filter((finding) => finding.alarming);
  const milder = added.filter((finding) => !finding.alarming);
  return [
    ...group('new, at or above the threshold', 'bad', alarming, style),
    ...group('new, below the threshold or not certain', 'careful', milder, style),
    ...notes.map((note) => style('careful', note)),
    style(
      alarming.length > 0 ? 'bad' : 'good',
      `${count(alarming.length, 'new finding')} to repair, ${milder.length} milder, ${resolved.length} resolved`,
    ),
  ].join('\n');
}

function group(heading: string, tone: Tone, findings: readonly FindingDocument[], style: Style): readonly string[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap(({ severity, rule, stack, address, message }) => [
    `  ${severity.padEnd(8)} ${rule}  ${style('strong', `${stack}/${address}`)}`,
    `           ${message}`,
  ]);
  return [style(tone, heading), ...lines, ''];
}

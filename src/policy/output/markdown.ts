import type { Report } from '../evaluation/finding';
import type { ReportDiff } from './diff';
import { reportDocument } from './document';
import { escaped, paragraphs, section } from './markdown-table';

/** The report for a pull request. */
export function markdown(report: Report, title: string): string {
  const { findings, counts, threshold, packs, notes } = reportDocument(report);
  const open = findings.filter(({ suppression }) => suppression === undefined);
  const alarming = open.filter((finding) => finding.alarming);
  const milder = open.filter(({ alarming: alarms, kind }) => !alarms && kind === 'fail');
  const unclear = open.filter(({ alarming: alarms, kind }) => !alarms && kind === 'unknown');
  const accepted = findings.filter(({ suppression }) => suppression !== undefined);
  const verdict = counts.alarming === 0 ? 'nothing to repair' : `${counts.alarming} to repair`;
  return paragraphs([
    `## Policy: ${escaped(title)}: ${verdict}`,
    `${counts.rules} rules of ${packs.join(' and ')} on ${counts.resources} resources: ${counts.passed} passed, ` +
      `${counts.failed} failed, ${counts.unknown} cannot be told, ${counts.suppressed} accepted. Threshold: ${threshold}.`,
    section('At or above the threshold', alarming),
    section('Below the threshold', milder),
    section('Cannot be told yet', unclear),
    section('Accepted', accepted),
    ...notes.map((note) => `> ${escaped(note)}`),
  ]);
}

/** What a pull request adds and repairs, for a comment on it. */
export function diffMarkdown({ added, resolved, notes }: ReportDiff): string {
  const alarming = added.filter((finding) => finding.alarming);
  const milder = added.filter((finding) => !finding.alarming);
  const verdict = alarming.length === 0 ? 'nothing new to repair' : `${alarming.length} new to repair`;
  return paragraphs([
    `## Policy: ${verdict}`,
    section('New, at or above the threshold', alarming),
    section('New, below the threshold or not certain', milder),
    section('Repaired, accepted or gone', resolved),
    ...notes.map((note) => `> ${escaped(note)}`),
  ]);
}

import { FINDING_CLASSES, type FindingClass } from '../finding';
import type { NextStep } from '../next-steps/next-step';
import type { DriftDocument, ReportedFinding } from './document';
import { CLASS_HEADINGS, findingText, summaryText } from './headings';
import { alarmText, HEALTH_HEADING, healthNotes } from './health-text';
import { escaped, htmlPage } from './html-page';
import { stackNotes } from './stack-notes';
import { storyText } from './story-text';

/** The report as one page that loads nothing: no scripts, no fonts, no images. */
export function driftHtml(document: DriftDocument): string {
  return htmlPage(`Drift of ${document.environment}`, driftArticle(document));
}

/** What a page says of one environment. */
export function driftArticle(document: DriftDocument, heading: 'h1' | 'h2' = 'h1'): readonly string[] {
  const { environment, checkedAt, summary, stacks, failed, ignoreProblems } = document;
  const expected = stacks.flatMap((stack) => stack.expected);
  const ignored = stacks.flatMap(({ stack, ignored: all }) => all.map((finding) => card(environment, stack, finding)));
  return [
    `<header><${heading}>Drift of ${escaped(environment)}</${heading}>`,
    `<p>${escaped(summaryText(environment, stacks.length, summary, expected.length))}</p>`,
    `<p class="quiet">checked at <time>${escaped(checkedAt)}</time></p></header>`,
    ...failed.map(
      ({ stack, error }) =>
        `<p class="failed" role="alert"><b>${escaped(stack)} could not be checked</b>: ${escaped(error)}</p>`,
    ),
    ...stackNotes(document).map((note) => `<p>${escaped(note)}</p>`),
    ...FINDING_CLASSES.flatMap((kind) => section(kind, document)),
    ...healthSection(document),
    ...folded(
      'as expected',
      expected.map(
        ({ address, attribute, actor, rule }) =>
          `<p><code>${escaped(address)}</code> ${escaped(attribute)}: ${escaped(actor)}; ${escaped(rule)}</p>`,
      ),
    ),
    ...folded('ignored', ignored),
    ...folded(
      'ignore rules to look at',
      ignoreProblems.map(
        ({ rule, message }) =>
          `<p><code>${escaped(rule.address)}</code> of ${escaped(rule.owner)}: ${escaped(message)}</p>`,
      ),
    ),
  ];
}

function section(kind: FindingClass, { environment, stacks }: DriftDocument): readonly string[] {
  const cards = stacks.flatMap(({ stack, findings }) =>
    findings.filter((finding) => finding.class === kind).map((finding) => card(environment, stack, finding)),
  );
  return cards.length === 0 ? [] : [`<section><h2>${escaped(CLASS_HEADINGS[kind])}</h2>`, ...cards, '</section>'];
}

function healthSection(document: DriftDocument): readonly string[] {
  const notes = healthNotes(document).map(
    ({ stack, address, text }) => `<li><code>${escaped(`${stack}/${address}`)}</code> ${escaped(text)}</li>`,
  );
  const alarms = alarmText(document);
  return [
    ...(notes.length === 0 ? [] : [`<section><h2>${HEALTH_HEADING}</h2><ul>`, ...notes, '</ul></section>']),
    ...(alarms === undefined ? [] : [`<p class="quiet">${escaped(alarms)}</p>`]),
  ];
}

function card(environment: string, stack: string, finding: ReportedFinding): string {
  const { severity, address, consequences, nextSteps, ignoredBy, fingerprint } = finding;
  const story = storyText(finding);
  return [
    `<article id="f-${escaped(environment)}-${fingerprint}" class="${severity}"><h3><span class="severity">${severity}</span> <code>${escaped(`${stack}/${address}`)}</code></h3>`,
    `<p>${escaped(findingText(finding))}</p>`,
    ...consequences.map(({ rule, message }) => `<p class="because"><b>${escaped(rule)}</b> ${escaped(message)}</p>`),
    ...(story === undefined ? [] : [`<p class="quiet">${escaped(story)}</p>`]),
    ...(ignoredBy === undefined
      ? []
      : [`<p class="quiet">${escaped(`${ignoredBy.owner}, until ${ignoredBy.expires}: ${ignoredBy.reason}`)}</p>`]),
    ...nextSteps.map(way),
    '</article>',
  ].join('');
}

function way({ kind, summary, commands, edit }: NextStep): string {
  const lines = commands.length === 0 ? '' : `<pre>${escaped(commands.join('\n'))}</pre>`;
  const text = edit === undefined ? '' : `<p class="quiet">${escaped(edit.file)}</p><pre>${escaped(edit.text)}</pre>`;
  return `<details><summary>${escaped(`${kind}: ${summary}`)}</summary>${text}${lines}</details>`;
}

function folded(title: string, parts: readonly string[]): readonly string[] {
  if (parts.length === 0) return [];
  return [`<details class="folded"><summary>${escaped(title)} (${parts.length})</summary>`, ...parts, '</details>'];
}

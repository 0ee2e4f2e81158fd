import { FINDING_CLASSES, type Finding, type FindingClass } from '../finding';
import type { NextStep } from '../next-steps/next-step';
import type { DriftDocument } from './document';
import { CLASS_HEADINGS, findingText, summaryText } from './headings';
import { DRIFT_PAGE_STYLE } from './html-style';

/** The report as one page that loads nothing: no scripts, no fonts, no images. */
export function driftHtml(document: DriftDocument): string {
  const { environment, checkedAt, summary, stacks, failed, ignoreProblems } = document;
  const expected = stacks.flatMap((stack) => stack.expected);
  const ignored = stacks.flatMap(({ stack, ignored: all }) => all.map((finding) => card(stack, finding)));
  const body = [
    `<header><h1>Drift of ${escaped(environment)}</h1>`,
    `<p>${escaped(summaryText(environment, stacks.length, summary, expected.length))}</p>`,
    `<p class="quiet">checked at <time>${escaped(checkedAt)}</time></p></header>`,
    ...failed.map(
      ({ stack, error }) =>
        `<p class="failed" role="alert"><b>${escaped(stack)} could not be checked</b>: ${escaped(error)}</p>`,
    ),
    ...FINDING_CLASSES.flatMap((kind) => section(kind, document)),
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
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>Drift of ${escaped(environment)}</title>`,
    `<style>${DRIFT_PAGE_STYLE}</style></head><body><main>`,
    ...body,
    '</main></body></html>',
    '',
  ].join('\n');
}

function section(kind: FindingClass, { stacks }: DriftDocument): readonly string[] {
  const cards = stacks.flatMap(({ stack, findings }) =>
    findings.filter((finding) => finding.class === kind).map((finding) => card(stack, finding)),
  );
  return cards.length === 0 ? [] : [`<section><h2>${escaped(CLASS_HEADINGS[kind])}</h2>`, ...cards, '</section>'];
}

function card(stack: string, finding: Finding): string {
  const { severity, address, consequences, nextSteps, ignoredBy, fingerprint } = finding;
  return [
    `<article id="f-${fingerprint}" class="${severity}"><h3><span class="severity">${severity}</span> <code>${escaped(`${stack}/${address}`)}</code></h3>`,
    `<p>${escaped(findingText(finding))}</p>`,
    ...consequences.map(({ rule, message }) => `<p class="because"><b>${escaped(rule)}</b> ${escaped(message)}</p>`),
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

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => ENTITIES[sign] ?? sign);
}

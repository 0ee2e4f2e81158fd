import { compare } from '../model/resource-graph';
import type { Finding, Report } from '../evaluation/finding';
import type { RuleDescription } from '../rule/rule';

/** One test: a rule on a resource. */
interface TestCase {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** The report as JUnit XML: a suite for each rule, a test for each resource it applies to; suppressed ones are skipped. */
export function junitXml(report: Report, name: string): string {
  const suites = report.rules
    .map((rule) => ({ rule, cases: casesOf(rule, report) }))
    .filter(({ cases }) => cases.length > 0);
  const all = suites.flatMap(({ cases }) => cases);
  const head = element('testsuites', { name, ...totals(all) });
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites.flatMap(suiteXml), '</testsuites>', ''].join('\n');
}

function casesOf(rule: RuleDescription, { results, findings }: Report): readonly TestCase[] {
  const judged = results
    .filter((result) => result.rule.id === rule.id && result.outcome !== 'not applicable')
    .map((result) => ({ name: `${result.stack}/${result.address}`, findings: result.findings }));
  if (judged.length > 0) return judged;
  return findings
    .filter((finding) => finding.rule.id === rule.id)
    .toSorted((left, right) => compare(left.key, right.key))
    .map((finding) => ({ name: `${finding.stack}/${finding.address}#${finding.part}`, findings: [finding] }));
}

function suiteXml({
  rule,
  cases,
}: {
  readonly rule: RuleDescription;
  readonly cases: readonly TestCase[];
}): readonly string[] {
  return [
    `  ${element('testsuite', { name: `${rule.id} ${rule.title}`, ...totals(cases) })}`,
    `    <properties>${element('property', { name: 'severity', value: rule.severity }, true)}</properties>`,
    ...cases.map((each) => `    ${caseXml(rule, each)}`),
    '  </testsuite>',
  ];
}

function caseXml(rule: RuleDescription, test: TestCase): string {
  const inner = verdictXml(rule, test);
  const head = { classname: rule.id, name: test.name, time: '0' };
  return inner === '' ? element('testcase', head, true) : `${element('testcase', head)}${inner}</testcase>`;
}

function verdictXml(rule: RuleDescription, test: TestCase): string {
  const state = stateOf(test);
  const shown = test.findings.filter((finding) => state === 'skipped' || isOpen(finding));
  const message = shown.map(told).join('; ');
  if (state === 'passed') return '';
  if (state === 'skipped') return element('skipped', { message }, true);
  return `${element(state, { message, type: rule.severity })}${escaped(rule.fix)}</${state}>`;
}

function told({ message, suppression, kind }: Finding): string {
  if (suppression !== undefined)
    return `${message} (accepted by ${suppression.owner} until ${suppression.expires}: ${suppression.reason})`;
  return kind === 'unknown' ? `cannot be told: ${message}` : message;
}

/** An alarm fails the test; what is suppressed, cannot be told or is below the threshold skips it. */
function stateOf({ findings }: TestCase): 'passed' | 'skipped' | 'failure' | 'error' {
  if (findings.some((finding) => finding.kind === 'error')) return 'error';
  if (findings.some(isOpen)) return 'failure';
  return findings.length > 0 ? 'skipped' : 'passed';
}

function isOpen({ suppression, kind, alarming }: Finding): boolean {
  return suppression === undefined && (kind !== 'unknown' || alarming);
}

function totals(cases: readonly TestCase[]): Readonly<Record<string, string>> {
  const of = (state: string): string => String(cases.filter((each) => stateOf(each) === state).length);
  return {
    tests: String(cases.length),
    failures: of('failure'),
    errors: of('error'),
    skipped: of('skipped'),
    time: '0',
  };
}

function element(name: string, attributes: Readonly<Record<string, string>>, closed = false): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}${closed ? '/' : ''}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML has no way to write most control characters. */
function escaped(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? ' ' : ''))
    .replace(/[<>&"']/g, (sign) => ENTITIES[sign] ?? sign);
}

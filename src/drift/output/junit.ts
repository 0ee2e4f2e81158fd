import type { Finding } from '../finding';
import type { DriftDocument, StackDocument } from './document';
import type { FleetDocument } from './fleet-document';
import { findingText } from './headings';
import { healthNotes } from './health-text';

/** One test of a stack. */
interface TestCase {
  readonly name: string;
  readonly state: 'passed' | 'skipped' | 'failure' | 'error';
  readonly message: string;
  readonly text: string;
}

/** Tests that belong together. */
interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * The report as JUnit XML: a suite for each stack, a test for each finding, failing check and alarm. What does not alarm as a
 * finding is skipped.
 */
export function driftJunit(document: DriftDocument): string {
  return junitXml(`wordpress-ha drift ${document.environment}`, suitesOf(document));
}

/** The same of several environments, whose names stand before those of the stacks. */
export function fleetJunit({ environments, failed }: Pick<FleetDocument, 'environments' | 'failed'>): string {
  return junitXml('wordpress-ha drift', [
    ...environments.flatMap((each) => suitesOf(each, `${each.environment}/`)),
    ...failed.map(({ environment, error }) => failure(environment, error)),
  ]);
}

function suitesOf({ stacks, failed }: DriftDocument, before = ''): readonly Suite[] {
  return [
    ...stacks.map((stack) => ({ name: `${before}${stack.stack}`, cases: casesOf(stack) })),
    ...failed.map(({ stack, error }) => failure(`${before}${stack}`, error)),
  ];
}

function failure(name: string, message: string): Suite {
  return { name, cases: [{ name: `${name} could be checked`, state: 'error', message, text: '' }] };
}

function junitXml(name: string, suites: readonly Suite[]): string {
  const lines = suites.flatMap(({ name: suite, cases }) => [
    `  ${element('testsuite', { name: suite, ...totals(cases) })}`,
    ...cases.map((each) => `    ${caseXml(suite, each)}`),
    '  </testsuite>',
  ]);
  const head = element('testsuites', { name, ...totals(suites.flatMap(({ cases }) => cases)) });
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...lines, '</testsuites>', ''].join('\n');
}

function casesOf(document: StackDocument): readonly TestCase[] {
  const { stack, status, findings, ignored } = document;
  const health = healthNotes({ stacks: [document] }).map(({ address, text }): TestCase => {
    return { name: `health of ${address}`, state: 'skipped', message: `${address} ${text}`, text: '' };
  });
  const cases = [...[...findings, ...ignored].map(caseOf), ...health];
  const clean: TestCase = { name: `${stack} is as configured`, state: 'passed', message: '', text: '' };
  const whole: TestCase = status === 'checked' ? clean : { ...clean, state: 'skipped', message: 'not applied yet' };
  return findings.length === 0 ? [whole, ...cases] : cases;
}

function caseOf(finding: Finding): TestCase {
  const { class: kind, address, severity, alarming, ignoredBy, nextSteps, consequences, fingerprint } = finding;
  const accepted =
    ignoredBy === undefined ? '' : ` (accepted by ${ignoredBy.owner} until ${ignoredBy.expires}: ${ignoredBy.reason})`;
  const following = consequences.map(({ rule, message }) => `${rule}: ${message}`);
  const steps = nextSteps.flatMap(({ summary, commands }) => [summary, ...commands]);
  return {
    name: `${kind} ${address} ${fingerprint}`,
    state: alarming ? 'failure' : 'skipped',
    message: `${severity}: ${findingText(finding)}${accepted}`,
    text: [...following, ...steps].join('\n'),
  };
}

function caseXml(suite: string, { name, state, message, text }: TestCase): string {
  const head = { classname: suite, name, time: '0' };
  if (state === 'passed') return element('testcase', head, true);
  const inner =
    state === 'skipped'
      ? element(state, { message }, true)
      : `${element(state, { message })}${escaped(text)}</${state}>`;
  return `${element('testcase', head)}${inner}</testcase>`;
}

function totals(cases: readonly TestCase[]): Readonly<Record<string, string>> {
  const of = (state: TestCase['state']): string => String(cases.filter((each) => each.state === state).length);
  const [failures, errors, skipped] = [of('failure'), of('error'), of('skipped')];
  return { tests: String(cases.length), failures, errors, skipped, time: '0' };
}

function element(name: string, attributes: Readonly<Record<string, string>>, closed = false): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value).replace(/\s/g, ' ')}"`);
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
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : sign === '\t' ? ' ' : ''))
    .replace(/[<>&"']/g, (sign) => ENTITIES[sign] ?? sign);
}

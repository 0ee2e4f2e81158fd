import type { Finding, Report } from '../../policy';
import type { Style, Tone } from './style';
import { count } from './table';

/** Findings in groups, worst first, then one line that sums up. */
export function renderPolicy(name: string, report: Report, style: Style): string {
  const { findings, notes, counts, packs, threshold } = report;
  const open = findings.filter(({ suppression }) => suppression === undefined);
  const groups: readonly (readonly [string, Tone, readonly Finding[]])[] = [
    [`at or above the threshold (${threshold})`, 'bad', open.filter(({ alarming }) => alarming)],
    ['below the threshold', 'careful', open.filter(({ alarming, kind }) => !alarming && kind !== 'unknown')],
    ['cannot be told', 'careful', open.filter(({ alarming, kind }) => !alarming && kind === 'unknown')],
    ['accepted', 'quiet', findings.filter(({ suppression }) => suppression !== undefined)],
  ];
  const summary =
    `${name}: ${count(counts.alarming, 'finding')} to repair, ${counts.failed} failed, ${counts.unknown} cannot be told, ` +
    `${counts.suppressed} accepted, ${counts.passed} passed; ${count(counts.rules, 'rule')} (${packs.join(', ')}) on ` +
    count(counts.resources, 'resource');
  return [
    ...groups.flatMap(([heading, tone, list]) => group(heading, tone, list, style)),
    ...notes.map((note) => style('careful', note)),
    style(counts.alarming > 0 ? 'bad' : counts.unknown > 0 ? 'careful' : 'good', summary),
  ].join('\n');
}

/** The findings that stop an apply, what was not done because of them, and the ways out. */
export function renderRefusal(refused: string, { findings, counts, threshold }: Report, style: Style): string {
  const alarming = findings.filter((finding) => finding.alarming);
  return [
    ...group(`at or above the threshold (${threshold})`, 'bad', alarming, style),
    style('bad', `${refused}: the policy finds ${count(counts.alarming, 'mistake')}`),
    "repair them ('wordpress-ha policy explain RULE' tells how), or accept them in 'policy.json' or with suppress(); " +
      "'--policy SEVERITY' stops only at worse ones, '--policy off' at none",
  ].join('\n');
}

function group(heading: string, tone: Tone, findings: readonly Finding[], style: Style): readonly string[] {
  if (findings.length === 0) return [];
  return [style(tone, heading), ...findings.flatMap((finding) => lines(finding, style)), ''];
}

function lines(
  { severity, rule, stack, address, message, suppression, construct }: Finding,
  style: Style,
): readonly string[] {
  const made = construct === undefined ? '' : ` (${construct})`;
  const head = `  ${severity.padEnd(8)} ${rule.id}  ${style('strong', `${stack}/${address}`)}${style('quiet', made)}`;
  if (suppression === undefined) return [head, `           ${message}`];
  return [head, `           ${message}; ${suppression.owner}, until ${suppression.expires}: ${suppression.reason}`];
}

import {
  alarmText,
  CLASS_HEADINGS,
  FINDING_CLASSES,
  findingText,
  HEALTH_HEADING,
  healthNotes,
  stackNotes,
  storyText,
  summaryText,
} from '../../drift';
import type { DriftDocument, DriftSeverity, FindingClass, ReportedFinding, StackDocument } from '../../drift';
import type { Style, Tone } from './style';
import { count } from './table';

const TONES: Readonly<Record<DriftSeverity, Tone>> = {
  critical: 'bad',
  high: 'bad',
  medium: 'careful',
  low: 'careful',
  info: 'quiet',
};

/** Findings by class and stack, worst class first, failing checks and alarms, then one line that sums up. */
export function renderDrift(document: DriftDocument, style: Style): string {
  const { environment, stacks, summary, ignoreProblems } = document;
  const applied = stacks.filter(({ status }) => status === 'checked');
  const sections = FINDING_CLASSES.flatMap((kind) => renderClass(kind, applied, style));
  const expected = stacks.flatMap(({ stack, expected: all }) =>
    all.map(
      ({ address, attribute, actor, rule }) => `as expected: ${stack}/${address} ${attribute}: ${actor}; ${rule}`,
    ),
  );
  const ignored = stacks.reduce((sum, stack) => sum + stack.ignored.length, 0);
  return [
    ...sections,
    ...renderHealth(document, style),
    ...stackNotes(document),
    ...expected.map((line) => style('quiet', line)),
    ...(ignored === 0 ? [] : [style('quiet', `${count(ignored, 'finding')} ignored by rules`)]),
    ...ignoreProblems.map(({ rule, message }) =>
      style('careful', `ignore rule for ${rule.address} of ${rule.owner}: ${message}`),
    ),
    style(toneOf(document), summaryText(environment, stacks.length, summary, expected.length)),
  ].join('\n');
}

function toneOf({ stacks, summary }: DriftDocument): Tone {
  if (stacks.some(({ findings }) => findings.some(({ alarming }) => alarming))) return 'bad';
  return summary.pending > 0 || stacks.some(({ status }) => status === 'not-applied') ? 'careful' : 'good';
}

function renderClass(kind: FindingClass, stacks: readonly StackDocument[], style: Style): readonly string[] {
  const lines = stacks.flatMap(({ stack, findings }) =>
    findings.filter((finding) => finding.class === kind).flatMap((finding) => renderFinding(stack, finding, style)),
  );
  return lines.length === 0 ? [] : [style('strong', CLASS_HEADINGS[kind]), ...lines, ''];
}

function renderHealth(document: DriftDocument, style: Style): readonly string[] {
  const lines = healthNotes(document).map(
    ({ stack, address, text }) => `  ${style('careful', `${stack}: ${address}`)} ${text}`,
  );
  const alarms = alarmText(document);
  return [
    ...(lines.length === 0 ? [] : [style('strong', HEALTH_HEADING), ...lines, '']),
    ...(alarms === undefined ? [] : [style('quiet', alarms)]),
  ];
}

function renderFinding(stack: string, finding: ReportedFinding, style: Style): readonly string[] {
  const { address, action, severity, class: kind, consequences, nextSteps } = finding;
  const doing = kind === 'pending' || action === 'replace' ? ` (${action})` : '';
  const what = findingText(finding);
  const head = `  ${style(TONES[severity], severity.padEnd(8))} ${stack}: ${address}${doing}${what === '' ? '' : `: ${what}`}`;
  const [step] = nextSteps;
  const story = storyText(finding);
  return [
    head,
    ...consequences.map(({ rule, message }) => `           ${rule}: ${message}`),
    ...(story === undefined ? [] : [style('quiet', `           ${story}`)]),
    // what is pending has one way out for the whole stack, which the reader knows
    ...(step === undefined || kind === 'pending' ? [] : [style('quiet', `           ${step.kind}: ${step.summary}`)]),
    ...(kind === 'pending' ? [] : (step?.commands ?? []).map((command) => style('quiet', `             ${command}`))),
  ];
}

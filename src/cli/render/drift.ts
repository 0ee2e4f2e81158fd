import {
  DRIFT_CLASSES,
  countByClass,
  type Finding,
  type FindingAttribute,
  type FindingClass,
  type StackDrift,
} from '../../drift';
import type { Style, Tone } from './style';
import { count } from './table';

interface Heading {
  readonly text: string;
  readonly tone: Tone;
}

const HEADINGS: Readonly<Record<FindingClass, Heading>> = {
  invisible: { text: 'added outside terraform, and no apply removes it', tone: 'bad' },
  deleted: { text: 'deleted outside terraform, the next apply makes it again', tone: 'bad' },
  revertable: { text: 'changed outside terraform, the next apply undoes it', tone: 'bad' },
  pending: { text: 'configured and not applied yet', tone: 'careful' },
  accepted: { text: 'changed outside terraform, accepted by ignore_changes', tone: 'quiet' },
  observed: { text: 'changed outside terraform, the configuration does not mind', tone: 'quiet' },
};

const ORDER = ['invisible', 'deleted', 'revertable', 'pending', 'accepted', 'observed'] as const;

/** Findings by class and stack, worst first, then one line that sums up. */
export function renderDrift(
  environment: string,
  stacks: readonly (StackDrift & { readonly placeholders: readonly string[] })[],
  style: Style,
): string {
  const notApplied = stacks.filter(({ status }) => status === 'not-applied');
  const applied = stacks.filter(({ status }) => status === 'checked');
  const sections = ORDER.flatMap((kind) => renderClass(kind, applied, style));
  const pending = notApplied.map(
    ({ stack, findings }) => `${stack}: not applied yet, ${count(findings.length, 'resource')} pending`,
  );
  const awaited = applied
    .filter(({ placeholders }) => placeholders.length > 0)
    .map(
      ({ stack, placeholders }) =>
        `${stack}: reads values that ${placeholders.join(', ')} does not have yet; what follows from them is pending`,
    );
  return [...sections, ...awaited, ...pending, summary(environment, stacks, style)].join('\n');
}

function renderClass(kind: FindingClass, stacks: readonly StackDrift[], style: Style): readonly string[] {
  const lines = stacks.flatMap(({ stack, findings }) =>
    findings.filter((finding) => finding.class === kind).map((finding) => `  ${stack}: ${renderFinding(finding)}`),
  );
  return lines.length === 0 ? [] : [style(HEADINGS[kind].tone, HEADINGS[kind].text), ...lines, ''];
}

function renderFinding({ address, action, attributes, detail, class: kind }: Finding): string {
  const names = attributes.map(renderAttribute).join(', ');
  const doing = kind === 'pending' || action === 'replace' ? ` (${action})` : '';
  const what = detail ?? names;
  return `${address}${doing}${what === '' ? '' : `: ${what}`}`;
}

function renderAttribute({ path, sensitive, before, after }: FindingAttribute): string {
  const name = path === '' ? 'all attributes' : path;
  if (sensitive) return `${name} (sensitive)`;
  return before === undefined ? name : `${name} ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
}

function summary(environment: string, stacks: readonly StackDrift[], style: Style): string {
  const counts = countByClass(stacks);
  const drift = DRIFT_CLASSES.reduce((sum, kind) => sum + counts[kind], 0);
  const noted = counts.accepted + counts.observed;
  const text = `${environment}: ${drift} drifted, ${counts.pending} pending, ${noted} noted, in ${count(stacks.length, 'stack')}`;
  return style(drift > 0 ? 'bad' : counts.pending > 0 ? 'careful' : 'good', text);
}

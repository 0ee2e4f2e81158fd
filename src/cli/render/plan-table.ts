import { hasChanges, type PlanSummary } from '../../terraform/plan/plan-summary';
import type { Style } from './style';
import { table } from './table';

/** Numbers of a plan on one line: `3 to add, 1 to change (placeholders: data)`. */
export function summaryLine(summary: PlanSummary): string {
  const parts = [
    [summary.add, 'to add'],
    [summary.adopt, 'to adopt'],
    [summary.change, 'to change'],
    [summary.replace, 'to replace'],
    [summary.destroy, 'to destroy'],
    [summary.forget, 'to forget'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, verb]) => `${number} ${verb}`);
  const text = told.length > 0 ? told.join(', ') : hasChanges(summary) ? 'only outputs change' : 'no changes';
  return `${text}${placeholderText(summary)}`;
}

/** A table by stack with a total, then every planned end of something that holds data. */
export function renderPlans(summaries: readonly PlanSummary[], style: Style): string {
  const numbers = ({ add, change, replace, destroy }: PlanSummary): number[] => [add, change, replace, destroy];
  const rows = summaries.map((summary) => [`${summary.stack}${placeholderText(summary)}`, ...numbers(summary)]);
  const total = [0, 1, 2, 3].map((column) =>
    summaries.reduce((sum, summary) => sum + (numbers(summary)[column] ?? 0), 0),
  );
  const body = table(['stack', 'add', 'change', 'replace', 'destroy'], [...rows, ['total', ...total]]);
  const adopted = summaries
    .filter(({ adopt }) => adopt > 0)
    .map(({ stack, adopt }) => `${stack} adopts ${adopt} that exist already`);
  const forgotten = summaries
    .filter(({ forget }) => forget > 0)
    .map(({ stack, forget }) => `${stack} forgets ${forget} that stay in the account`);
  return [body, ...adopted, ...forgotten, ...renderDataAtRisk(summaries, style)].join('\n');
}

/** One line for everything that holds data and would be replaced or destroyed. */
function renderDataAtRisk(summaries: readonly PlanSummary[], style: Style): readonly string[] {
  const lines = summaries.flatMap(({ stack, dataAtRisk }) =>
    dataAtRisk.map(({ address, action, because }) => {
      const reason = because.length === 0 ? '' : ` because of ${because.join(', ')}`;
      return `  ${stack}: ${action} ${address}${reason}`;
    }),
  );
  return lines.length === 0 ? [] : ['', style('bad', 'these hold data that would be lost:'), ...lines];
}

function placeholderText({ placeholders }: PlanSummary): string {
  return placeholders.length === 0 ? '' : ` (placeholders: ${placeholders.join(', ')})`;
}

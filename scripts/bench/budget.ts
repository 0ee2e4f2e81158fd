/** One thing that must be fast, as a ratio, a size or a time, with what was measured. */
export interface Budget {
  readonly name: string;
  /** What the number is, in a few words: what is divided by what. */
  readonly meaning: string;
  readonly unit: 'x' | 'MB' | 's';
  readonly value: number;
  readonly limit: number;
  /** The measurements behind the number. */
  readonly detail: string;
}

/** Seconds with two digits. */
export function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

/** Whether a measurement keeps its budget. */
export function isKept({ value, limit }: Budget): boolean {
  return value <= limit;
}

/** The measurements as a table, each with its budget and verdict. */
export function renderBudgets(budgets: readonly Budget[]): string {
  const rows = budgets.map((budget) => [
    budget.name,
    number(budget.value, budget.unit),
    `<= ${number(budget.limit, budget.unit)}`,
    isKept(budget) ? 'kept' : 'OVER',
    budget.detail,
  ]);
  const table = [['what', 'measured', 'budget', 'verdict', 'medians'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const meanings = budgets.map(({ name, meaning }) => `  ${name}: ${meaning}`);
  return ['What the rows mean:', ...meanings, '', ...lines].join('\n');
}

function number(value: number, unit: Budget['unit']): string {
  return unit === 'MB' ? `${Math.round(value)} MB` : `${value.toFixed(2)} ${unit}`;
}

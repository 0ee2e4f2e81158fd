import { reportPassed, type FaultResult, type LabReport, type ScenarioResult } from './report';

/** A report as text: figures of the machine, then a line for each scenario and each fault. */
export function renderReport(report: LabReport): string {
  const { environment, startedAt, machine, scenarios, faults, notShown } = report;
  const all = [...scenarios, ...faults];
  const passed = all.filter((result) => result.passed).length;
  return [
    `Lab of ${environment}, started ${startedAt}, on ${machine.cpus} CPUs, ${machine.memoryGiB} GiB, Linux ${machine.kernel}`,
    ...bootLines(report),
    ...section('SCENARIO', scenarios.map(row)),
    ...section('FAULT', faults.map(faultRow)),
    ...(notShown.length === 0 ? [] : ['', 'Not shown here:', ...notShown.map((each) => `  ${each}`)]),
    '',
    `${passed} of ${all.length} passed${reportPassed(report) ? '' : ': NOT what it must be'}`,
    '',
  ].join('\n');
}

function bootLines({ bootSeconds }: LabReport): string[] {
  return Object.entries(bootSeconds).flatMap(([image, seconds]) =>
    seconds === null ? [] : [`Power-on to healthy, ${image} image: ${rounded(seconds)} s`],
  );
}

function row({ name, passed, figure, unit, detail }: ScenarioResult): string[] {
  const measured = figure === null ? '' : `${rounded(figure)}${unit === null ? '' : ` ${unit}`}`;
  return [passed ? 'passed' : 'FAILED', name, measured, oneLine(detail)];
}

function faultRow(fault: FaultResult): string[] {
  const [status = '', name = '', measured = '', detail = ''] = row(fault);
  return [status, `${name} (${fault.expected})`, measured, fault.logLine === null ? detail : oneLine(fault.logLine)];
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const all = [['', title, 'FIGURE', 'DETAIL'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 2 ? cell.padStart(widths[2] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  return ['', ...all.map((cells) => line(cells).trimEnd())];
}

function rounded(figure: number): string {
  return String(Math.round(figure * 100) / 100);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { FleetDocument } from './fleet-document';
import { fleetRows, fleetSummaryText } from './fleet-rows';
import { driftMarkdown, escapedMarkdown } from './markdown';

/** The reports of several environments for a summary of a job: a table of all, then each that has something to tell. */
export function fleetMarkdown(fleet: FleetDocument): string {
  const { environments, failed, ignoreProblems, checkedAt } = fleet;
  const rows = fleetRows(fleet).map(
    ({ environment, drifted, pending, noted, worst = '', notChecked }) =>
      `| ${escapedMarkdown(environment)} | ${drifted} | ${pending} | ${noted} | ${worst} | ${escapedMarkdown(notChecked)} |`,
  );
  const head = [
    '| environment | drifted | pending | noted | worst | not checked |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  const sections = [
    '# Drift',
    `${escapedMarkdown(fleetSummaryText(fleet))}. The oldest check is of ${checkedAt}.`,
    [...head, ...rows].join('\n'),
    ...failed.map(
      ({ environment, error }) =>
        `> **${escapedMarkdown(environment)} could not be checked**: ${escapedMarkdown(error)}`,
    ),
    ...ignoreProblems.map(
      ({ rule, message }) =>
        `> ignore rule for \`${rule.address}\` of ${escapedMarkdown(rule.owner)}: ${escapedMarkdown(message)}`,
    ),
    ...environments.map((each) => driftMarkdown({ ...each, ignoreProblems: [] }).trimEnd()),
  ];
  return `${sections.join('\n\n')}\n`;
}

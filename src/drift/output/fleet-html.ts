import type { FleetDocument } from './fleet-document';
import { fleetRows, fleetSummaryText } from './fleet-rows';
import { driftArticle } from './html';
import { escaped, htmlPage } from './html-page';

/** The reports of several environments as one page that loads nothing, with a list of all at its head. */
export function fleetHtml(fleet: FleetDocument): string {
  const { environments, failed, ignoreProblems, checkedAt } = fleet;
  const reported = new Set(environments.map(({ environment }) => environment));
  const list = fleetRows(fleet).map(({ environment, drifted, pending, noted, worst, notChecked }) => {
    const name = escaped(environment);
    const link = reported.has(environment) ? `<a href="#e-${name}">${name}</a>` : name;
    const severity = worst === undefined ? '' : ` <span class="severity">${worst}</span>`;
    const lost = notChecked === '' ? '' : `, <b>not checked: ${escaped(notChecked)}</b>`;
    return `<li>${link}: ${drifted} drifted, ${pending} pending, ${noted} noted${lost}${severity}</li>`;
  });
  return htmlPage('Drift', [
    '<header><h1>Drift</h1>',
    `<p>${escaped(fleetSummaryText(fleet))}</p>`,
    `<p class="quiet">the oldest check is of <time>${escaped(checkedAt)}</time></p></header>`,
    `<ul>${list.join('')}</ul>`,
    ...failed.map(
      ({ environment, error }) =>
        `<p class="failed" role="alert"><b>${escaped(environment)} could not be checked</b>: ${escaped(error)}</p>`,
    ),
    ...ignoreProblems.map(
      ({ rule, message }) =>
        `<p>ignore rule for <code>${escaped(rule.address)}</code> of ${escaped(rule.owner)}: ${escaped(message)}</p>`,
    ),
    ...environments.flatMap((each) => [
      `<section id="e-${escaped(each.environment)}">`,
      ...driftArticle({ ...each, ignoreProblems: [] }, 'h2'),
      '</section>',
    ]),
  ]);
}

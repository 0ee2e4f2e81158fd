import { UserError } from '../../core/errors';
import {
  fleetHtml,
  fleetJunit,
  fleetMarkdown,
  fleetRows,
  fleetSarif,
  fleetSummaryText,
  healthNotes,
  type FleetDocument,
  type FleetSarifOptions,
} from '../../drift';
import { packageVersion } from '../package-version';
import { renderDrift } from './drift';
import type { Style } from './style';
import { table } from './table';

/** What a format may need besides the reports. */
export interface FleetRendering {
  readonly style: Style;
  readonly locate: FleetSarifOptions['locate'];
}

type FleetFormat = (document: FleetDocument, rendering: FleetRendering) => string;

const FORMATS: Readonly<Record<string, FleetFormat>> = {
  table: (document, { style }) => renderFleet(document, style),
  json: (document) => JSON.stringify(document, null, 2),
  markdown: (document) => fleetMarkdown(document).trimEnd(),
  sarif: (document, { locate }) => JSON.stringify(fleetSarif(document, { version: packageVersion(), locate }), null, 2),
  junit: (document) => fleetJunit(document).trimEnd(),
  html: (document) => fleetHtml(document).trimEnd(),
};

/** @throws UserError when there is no such format */
export function fleetFormat(name: string): FleetFormat {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format !== undefined) return format;
  throw new UserError(`'--format' must be one of ${Object.keys(FORMATS).join(', ')}, got '${name}'`);
}

/** Each environment that has something to tell, then a row for each, then one line that sums up. */
function renderFleet(document: FleetDocument, style: Style): string {
  const { environments, ignoreProblems, failed } = document;
  const telling = environments.filter(
    (each) => each.stacks.some(({ findings }) => findings.length > 0) || healthNotes(each).length > 0,
  );
  const rows = fleetRows(document).map(({ environment, drifted, pending, noted, worst = '-', notChecked }) => [
    ...[environment, drifted, pending, noted, worst, notChecked === '' ? '-' : notChecked],
  ]);
  return [
    ...telling.flatMap((each) => [renderDrift({ ...each, ignoreProblems: [] }, style), '']),
    ...ignoreProblems.map(({ rule, message }) =>
      style('careful', `ignore rule for ${rule.address} of ${rule.owner}: ${message}`),
    ),
    table(['environment', 'drifted', 'pending', 'noted', 'worst', 'not checked'], rows),
    style(failed.length > 0 ? 'bad' : 'strong', fleetSummaryText(document)),
  ].join('\n');
}

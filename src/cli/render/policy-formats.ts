import { UserError } from '../../core/errors';
import { junitXml, markdown, reportDocument, sarifLog, type Locate, type Report } from '../../policy';
import { packageVersion } from '../package-version';
import { renderPolicy } from './policy';
import type { Style } from './style';

/** What a format may need besides the report. */
export interface PolicyRendering {
  readonly name: string;
  readonly style: Style;
  readonly locate: Locate;
}

type PolicyFormat = (report: Report, rendering: PolicyRendering) => string;

const FORMATS: Readonly<Record<string, PolicyFormat>> = {
  table: (report, { name, style }) => renderPolicy(name, report, style),
  json: (report, { name }) => json({ name, ...reportDocument(report) }),
  sarif: (report, { name, locate }) => json(sarifLog(report, { version: packageVersion(), category: name, locate })),
  junit: (report, { name }) => junitXml(report, `wordpress-ha policy ${name}`).trimEnd(),
  markdown: (report, { name }) => markdown(report, name).trimEnd(),
};

/** @throws UserError when there is no such format */
export function policyFormat(name: string): PolicyFormat {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format === undefined)
    throw new UserError(`'--format' must be one of ${Object.keys(FORMATS).join(', ')}, got '${name}'`);
  return format;
}

function json(document: object): string {
  return JSON.stringify(document, null, 2);
}

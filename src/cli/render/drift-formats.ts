import { UserError } from '../../core/errors';
import {
  driftHtml,
  driftJunit,
  driftMarkdown,
  driftSarif,
  type DriftDocument,
  type DriftSarifOptions,
} from '../../drift';
import { packageVersion } from '../package-version';
import { renderDrift } from './drift';
import type { Style } from './style';

/** What a format may need besides the report. */
export interface DriftRendering {
  readonly style: Style;
  readonly locate: DriftSarifOptions['locate'];
}

type DriftFormat = (document: DriftDocument, rendering: DriftRendering) => string;

const FORMATS: Readonly<Record<string, DriftFormat>> = {
  table: (document, { style }) => renderDrift(document, style),
  json: (document) => JSON.stringify(document, null, 2),
  markdown: (document) => driftMarkdown(document).trimEnd(),
  sarif: (document, { locate }) => JSON.stringify(driftSarif(document, { version: packageVersion(), locate }), null, 2),
  junit: (document) => driftJunit(document).trimEnd(),
  html: (document) => driftHtml(document).trimEnd(),
};

/** @throws UserError when there is no such format */
export function driftFormat(name: string): DriftFormat {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format !== undefined) return format;
  throw new UserError(`'--format' must be one of ${Object.keys(FORMATS).join(', ')}, got '${name}'`);
}

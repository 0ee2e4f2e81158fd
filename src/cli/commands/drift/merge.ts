import { fleetDocument, fleetExitCode } from '../../../drift';
import type { CommandResult, Context } from '../../context';
import type { DriftMergeOptions } from '../../options';
import { fleetFormat } from '../../render/fleet-formats';
import { missingReports, readMatrix, readReports } from './read-reports';

/**
 * Makes one report of those of several jobs. Asks AWS nothing.
 *
 * @throws UserError when two reports are about the same environment, the matrix is none, or there is no such format
 */
export function driftMerge(context: Context, options: DriftMergeOptions): Promise<CommandResult> {
  const { reports, matrix, format } = options;
  const render = fleetFormat(format);
  const read = readReports(context.folder, reports);
  const missing = matrix === undefined ? [] : missingReports(readMatrix(context.folder, matrix), read);
  const failed = [...read.failed, ...missing];
  for (const { environment, error } of failed) context.log(`${environment}: ${error}`);
  const document = fleetDocument(read.documents, failed, context.now());
  return Promise.resolve({
    exitCode: fleetExitCode(document),
    // where the constructs of other machines lie is not known here
    text: render(document, { style: context.style, locate: () => () => undefined }),
    document,
  });
}

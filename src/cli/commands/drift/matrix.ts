import { UserError } from '../../../core/errors';
import { jobMatrix } from '../../../drift';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { DriftMatrixOptions } from '../../options';
import { knownEnvironments } from './known-environments';

/** GitHub makes no more jobs of one matrix. */
const MOST_JOBS = 256;

/** Writes the jobs of a pipeline that looks at every environment, on one line. Asks AWS nothing. */
export async function driftMatrix(context: Context, options: DriftMatrixOptions): Promise<CommandResult> {
  const jobs = options.jobs === undefined ? MOST_JOBS : Number(options.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) {
    throw new UserError(`'--jobs' must be a whole number from 1 to ${MOST_JOBS}, got '${options.jobs ?? ''}'`);
  }
  const document = jobMatrix(await knownEnvironments(context, options, 'drift matrix'), jobs);
  return { exitCode: EXIT.clean, text: JSON.stringify(document), document };
}

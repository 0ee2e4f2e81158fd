import { EXIT } from '../exit-code';
import type { CommandResult, Context } from '../context';
import { failuresOf, renderFailures, valuesOf } from '../failures';
import type { ExecutedStack } from '../session/execute-plans';
import type { JobResult } from '../../terraform/schedule/scheduler';
import { count, table } from './table';

/** Tells what an apply or destroy did, and after an interruption or failure how to go on. */
export function executionResult(
  context: Context,
  verb: 'applied' | 'destroyed',
  environment: string,
  results: ReadonlyMap<string, JobResult<ExecutedStack>>,
): CommandResult {
  const failed = failuresOf(results);
  const done = valuesOf(results);
  const stacks = done.map(({ stack, status, summary: { add, change, replace, destroy, adopt, forget } }) => {
    return { stack, status, add, change, replace, destroy, adopt, forget };
  });
  if (failed.length > 0) {
    const command = verb === 'applied' ? 'apply' : 'destroy';
    const finished = stacks.map(({ stack }) => stack).join(', ') || 'none';
    const cause = context.signal.aborted ? 'interrupted' : 'not finished';
    context.log(renderFailures(failed));
    context.log(
      `${cause}; finished stacks: ${finished}; 'wordpress-ha ${command} -e ${environment}' goes on from here`,
    );
  }
  const rows = stacks.map(({ stack, status, add, change, replace, destroy }) => {
    return status === 'unchanged' ? [stack, 'unchanged', 0, 0, 0, 0] : [stack, verb, add, change, replace, destroy];
  });
  const body = table(['stack', 'result', 'add', 'change', 'replace', 'destroy'], rows);
  const heading = `${environment}: ${count(stacks.length, 'stack')} finished${failed.length > 0 ? `, ${failed.length} not` : ''}`;
  return {
    exitCode: failed.length > 0 ? EXIT.failed : EXIT.clean,
    text: `${context.style(failed.length > 0 ? 'bad' : 'good', heading)}\n${body}`,
    document: { environment, interrupted: context.signal.aborted, stacks, failed },
  };
}

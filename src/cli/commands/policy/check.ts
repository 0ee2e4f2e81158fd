import { policyExitCode, reportDocument } from '../../../policy';
import type { CommandResult, Context } from '../../context';
import type { PolicyCheckOptions } from '../../options';
import { policyFormat } from '../../render/policy-formats';
import { judgedReport } from './judged-report';

/**
 * Judges the synthesized stacks, or plans, and reports in the format that is asked for.
 *
 * @throws UserError when there is no such format
 */
export async function policyCheck(context: Context, options: PolicyCheckOptions): Promise<CommandResult> {
  const render = policyFormat(options.format);
  const { input, report } = await judgedReport(context, options, { frames: options.format === 'sarif' });
  return {
    exitCode: policyExitCode(report),
    text: render(report, { name: input.name, style: context.style, locate: input.locate }),
    document: { name: input.name, ...reportDocument(report) },
  };
}

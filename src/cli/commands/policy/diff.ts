import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { messageOf, UserError } from '../../../core/errors';
import { diffExitCode, diffReports, type ReportDocument } from '../../../policy';
import { parseObject, readJsonFile } from '../../../terraform/json';
import type { CommandResult, Context } from '../../context';
import type { PolicyDiffOptions } from '../../options';
import { diffFormat } from '../../render/policy-diff';

const SCHEMA = join(__dirname, '../../schemas/policy-check.schema.json');
const WAY_OUT = "make it with 'wordpress-ha policy check --format json'";

/**
 * Compares two reports and shows only what is new, for a pull request on a stack that has findings already.
 *
 * @throws UserError when a file is no report, or there is no such format
 */
export function policyDiff(context: Context, { base, head, format }: PolicyDiffOptions): Promise<CommandResult> {
  const render = diffFormat(format);
  const isReport = new Ajv().compile(readJsonFile(SCHEMA, 'install the package again'));
  const read = (file: string): ReportDocument => {
    const report = parseObject(textOf(context.folder, file));
    if (report === undefined) throw new UserError(`'${file}' is empty, cut off or no JSON object; ${WAY_OUT}`);
    if (!isReport(report)) throw new UserError(`'${file}' is no report of this version of the policy; ${WAY_OUT}`);
    return report as unknown as ReportDocument;
  };
  const diff = diffReports(read(base), read(head));
  return Promise.resolve({
    exitCode: diffExitCode(diff),
    text: render(diff, context.style),
    document: diff,
  });
}

function textOf(folder: string, file: string): string {
  try {
    return readFileSync(resolve(folder, file), 'utf8');
  } catch (error) {
    throw new UserError(`'${file}' cannot be read: ${messageOf(error)}; ${WAY_OUT}`);
  }
}

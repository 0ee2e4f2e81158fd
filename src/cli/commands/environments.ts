import { UserError } from '../../core/errors';
import type { EnvironmentEntry } from '../../terraform/environments-file';
import type { CommandResult, Context } from '../context';
import { EXIT } from '../exit-code';
import type { CommonOptions } from '../options';
import { table } from '../render/table';
import { openSession } from '../session/session';

/** Lists the environments that the app knows. */
export async function environments(context: Context, options: CommonOptions): Promise<CommandResult> {
  const { file } = await openSession(context, options);
  if (file === undefined)
    throw new UserError("the app writes no 'environments.json', so its environments are not known");
  const rows = file.environments.map((entry) => [
    entry.name,
    entry.stage,
    entry.accountId,
    entry.region,
    entry.availabilityZones.map((zone) => zone.replace(entry.region, '')).join(' '),
    stateText(entry),
    entry.protection,
    entry.domain ?? '-',
  ]);
  return {
    exitCode: EXIT.clean,
    text: table(['name', 'stage', 'account', 'region', 'zones', 'state', 'protection', 'domain'], rows),
    document: { environments: file.environments },
  };
}

function stateText({ state }: EnvironmentEntry): string {
  return state.type === 's3' ? `s3://${state.bucket ?? ''}` : state.type;
}

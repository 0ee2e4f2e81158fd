import { ConfigurationError, defineEnvironment, type Environment } from '../../src/config';
import { environments } from '../../stacks/environments';

/** New values by path, such as `fleet/schedules/0/minSize`; `undefined` removes. */
export type Changes = Readonly<Record<string, unknown>>;

/** The one sentence that answers a mistake, and the mistake. */
export type Mistake = readonly [sentence: string, changes: Changes];

export const TODAY = '2026-11-21';

/** One of the default environments with some values replaced. */
export function changed(name: string, changes: Changes): Environment {
  const copy = structuredClone(environments[name]?.()) as unknown as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('/');
    const parent = keys
      .slice(0, -1)
      .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
    if (value === undefined) delete parent[keys.at(-1) ?? ''];
    else parent[keys.at(-1) ?? ''] = value;
  }
  return copy as unknown as Environment;
}

/** The sentences about a changed environment, without its name; none when it is accepted. */
export function sentencesAbout(name: string, changes: Changes): string[] {
  try {
    defineEnvironment(changed(name, changes), { today: TODAY });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message.split('\n').map((line) => line.replace(/^[\w-]+: /, ''));
  }
}

import type { Resource } from '../../model/resource';

/** Engines as far as rules tell them apart. */
export type Engine = 'mysql' | 'mariadb' | 'postgres' | 'oracle' | 'sqlserver' | 'other';

/** How the engines' names begin in RDS; Aurora counts as the engine that it speaks for. */
const NAMES: readonly (readonly [name: RegExp, engine: Engine])[] = [
  [/^(aurora-)?mysql|^aurora$/, 'mysql'],
  [/^mariadb/, 'mariadb'],
  [/^(aurora-)?postgres/, 'postgres'],
  [/^(custom-)?oracle/, 'oracle'],
  [/^(custom-)?sqlserver/, 'sqlserver'],
];

/** The engine of a database; undefined where it is not known, as of a replica or a restored snapshot. */
export function engineOf(database: Resource): Engine | undefined {
  const { text } = database.get('engine');
  if (text === undefined) return undefined;
  return NAMES.find(([name]) => name.test(text))?.[1] ?? 'other';
}

/** Whether a database is a replica, which takes much from its source and cannot be told otherwise. */
export function isReplica(database: Resource): boolean {
  return database.get('replicate_source_db').isSet || database.get('replication_source_identifier').isSet;
}

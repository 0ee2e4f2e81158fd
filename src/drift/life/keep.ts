import { UserError } from '../../core/errors';
import type { Advanced } from './advance';
import { eventLines, historyText, parseEvents, parseHistory } from './history-text';
import type { History, LifeEvent } from './open-finding';

/** A text and the version of it. */
export interface VersionedText {
  readonly text: string;
  readonly version: string;
}

/** A folder of texts, on disk or in a bucket. */
export interface TextStore {
  /** What messages call it, `s3://reports/drift`. */
  readonly place: string;
  read(name: string): Promise<VersionedText | undefined>;
  /** Writes over just that version, or where nothing is yet; false when somebody else was faster. */
  write(name: string, text: string, over: string | undefined): Promise<boolean>;
  /** Names below a folder, sorted. */
  list(folder: string): Promise<readonly string[]>;
}

const ATTEMPTS = 4;

/**
 * Adds a check to the history that is kept in a store, and the events to its log.
 *
 * Two checks at once are put one after the other: the slower one is made anew on what the faster one kept.
 *
 * @param step makes the addition; called again when another check came between
 */
export async function keepHistory<T extends Pick<Advanced, 'history' | 'events'>>(
  store: TextStore,
  environment: string,
  step: (before: History | undefined) => Promise<T>,
): Promise<T> {
  const name = `${environment}/history.json`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const present = await store.read(name);
    const before =
      present === undefined ? undefined : parseHistory(present.text, environment, `${store.place}/${name}`);
    const made = await step(before);
    if (!(await store.write(name, historyText(made.history), present?.version))) continue;
    await log(store, environment, made);
    return made;
  }
  throw new UserError(
    `'${store.place}/${name}' is written by other checks all the time; let checks of an environment run one at a time`,
  );
}

/** Everything that is kept of an environment; undefined when nothing is. */
export async function readKept(
  store: TextStore,
  environment: string,
): Promise<{ readonly history: History; readonly events: readonly LifeEvent[] } | undefined> {
  const name = `${environment}/history.json`;
  const present = await store.read(name);
  if (present === undefined) return undefined;
  const names = await store.list(`${environment}/log`);
  const texts = await Promise.all(names.map((each) => store.read(each)));
  return {
    history: parseHistory(present.text, environment, `${store.place}/${name}`),
    events: texts.flatMap((each) => parseEvents(each?.text ?? '')),
  };
}

/** One object a check, since objects of S3 cannot be appended to; none where nothing happened. */
async function log(
  store: TextStore,
  environment: string,
  { history, events }: Pick<Advanced, 'history' | 'events'>,
): Promise<void> {
  if (events.length === 0) return;
  const moment = history.checkedAt.replaceAll(/[:.]/g, '-');
  await store.write(`${environment}/log/${moment}.jsonl`, eventLines(events), undefined);
}

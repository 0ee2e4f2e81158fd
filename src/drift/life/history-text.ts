import { UserError } from '../../core/errors';
import { isObject, parseObject, textOf, type JsonObject } from '../../terraform/json';
import type { History, LifeEvent, OpenFinding } from './open-finding';

/** The text that a history is kept as. */
export function historyText(history: History): string {
  return `${JSON.stringify(history, null, 2)}\n`;
}

/**
 * @param place what messages call the file
 * @throws UserError when the text is no history of this environment: going on would open everything anew
 */
export function parseHistory(text: string, environment: string, place: string): History {
  const json = parseObject(text);
  const problem = problemOf(json, environment);
  if (problem === undefined) return json as unknown as History;
  throw new UserError(`'${place}' ${problem}; give another '--history', or take the file away to begin anew`);
}

function problemOf(json: JsonObject | undefined, environment: string): string | undefined {
  const nothing = 'must hold the history of findings';
  if (json === undefined || !Array.isArray(json.open)) return nothing;
  if (json.format !== 1) return `must have 'format' 1, got ${JSON.stringify(json.format)}`;
  if (json.environment !== environment) {
    return `must be the history of '${environment}', got '${textOf(json, 'environment') ?? ''}'`;
  }
  return isHistory(json) ? undefined : nothing;
}

/** One line an event, as a log keeps them. */
export function eventLines(events: readonly LifeEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** The events of a log; lines that are none are left out, since others may write to the same place. */
export function parseEvents(text: string): readonly LifeEvent[] {
  return text.split('\n').flatMap((line) => {
    const event = parseObject(line);
    return isEvent(event) ? [event as unknown as LifeEvent] : [];
  });
}

function isHistory({ open, untold }: JsonObject): boolean {
  return Array.isArray(open) && open.every(isOpenFinding) && Array.isArray(untold) && untold.every(isEvent);
}

function isEvent(value: unknown): boolean {
  return isObject(value) && typeof value.at === 'string' && isOpenFinding(value.finding);
}

function isOpenFinding(value: unknown): value is OpenFinding {
  const texts = ['fingerprint', 'stack', 'address', 'type', 'class', 'severity', 'content', 'firstSeen'];
  return isObject(value) && texts.every((name) => typeof value[name] === 'string') && Array.isArray(value.paths);
}

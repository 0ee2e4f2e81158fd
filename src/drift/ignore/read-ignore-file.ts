import { UserError } from '../../core/errors';
import { isObject, objectOf, textOf, type JsonObject } from '../../terraform/json';
import { FINDING_CLASSES } from '../finding';
import type { IgnoreRule } from './ignore-rule';
import { CONDITIONS } from './value-condition';

const SHORTEST_REASON = 10;
const REQUIRED = ['address', 'reason', 'owner', 'expires'];
const OPTIONAL = ['stack', 'class', 'attribute', 'object', 'when', 'severity'];

/**
 * Reads the content of a `drift.json`.
 *
 * @param file what messages call it
 * @throws UserError that names every problem of every rule
 */
export function readIgnoreFile(content: unknown, file: string): readonly IgnoreRule[] {
  const { ignore = [], ...others } = objectOf(content);
  const strange = Object.keys(others).filter((name) => name !== 'repair' && name !== '$schema');
  if (!Array.isArray(ignore) || strange.length > 0) {
    const got = strange.length > 0 ? `, got '${strange.join("', '")}'` : '';
    throw new UserError(`'${file}' must hold a list 'ignore', an object 'repair' or both, and nothing else${got}`);
  }
  const problems = ignore.flatMap((entry: unknown, index) =>
    problemsOf(entry).map((problem) => `rule ${index + 1} in '${file}': ${problem}`),
  );
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return ignore as readonly IgnoreRule[];
}

function problemsOf(entry: unknown): readonly string[] {
  if (!isObject(entry)) return ['must be an object'];
  const known = [...REQUIRED, ...OPTIONAL];
  const reason = textOf(entry, 'reason') ?? '';
  const { expires, class: kind, severity } = entry;
  return [
    ...REQUIRED.filter((name) => (textOf(entry, name) ?? '').trim() === '').map(
      (name) => `'${name}' is required, as a text`,
    ),
    ...Object.keys(entry)
      .filter((name) => !known.includes(name))
      .map((name) => `'${name}' is not known; known: ${known.join(', ')}`),
    ...['stack', 'attribute', 'object']
      .filter((name) => entry[name] !== undefined && typeof entry[name] !== 'string')
      .map((name) => `'${name}' must be a text`),
    ...(reason !== '' && reason.trim().length < SHORTEST_REASON
      ? [`'reason' must have at least ${SHORTEST_REASON} characters, got '${reason}'; say why the drift is acceptable`]
      : []),
    ...(typeof expires === 'string' && expires !== '' && !isDay(expires)
      ? [`'expires' must be a day such as 2027-05-31, got '${expires}'`]
      : []),
    ...(kind !== undefined && !FINDING_CLASSES.some((each) => each === kind)
      ? [`'class' must be one of ${FINDING_CLASSES.join(', ')}, got ${JSON.stringify(kind)}`]
      : []),
    ...(severity !== undefined && severity !== 'critical'
      ? [`'severity' must be 'critical' or left out, got ${JSON.stringify(severity)}`]
      : []),
    ...conditionProblems(entry),
  ];
}

function conditionProblems({ when, attribute }: JsonObject): readonly string[] {
  if (when === undefined) return [];
  const names = isObject(when) ? Object.keys(when) : [];
  const [name = ''] = names;
  if (names.length !== 1 || !CONDITIONS.some((each) => each === name)) {
    return [`'when' must hold exactly one of ${CONDITIONS.join(', ')}, got ${JSON.stringify(when)}`];
  }
  const value = objectOf(when)[name];
  const isPair = Array.isArray(value) && value.length === 2;
  const bounds = isPair && value.every((bound) => typeof bound === 'number' || typeof bound === 'string');
  return [
    ...(attribute === undefined ? ["'when' needs 'attribute', the path whose value it is about"] : []),
    ...(name === 'between' && !bounds
      ? ["'between' must hold the least and the most, each a number or the path of an attribute"]
      : []),
    ...(name === 'oneOf' && !Array.isArray(value) ? ["'oneOf' must be a list"] : []),
    ...(name === 'matches' && typeof value !== 'string'
      ? ["'matches' must be a text in which '*' stands for any characters"]
      : []),
  ];
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

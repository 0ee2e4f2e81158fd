import { UserError } from '../../core/errors';
import { isObject, objectOf, textOf, type JsonObject } from '../../terraform/json';
import type { ResourceGraph } from '../model/resource-graph';
import { SUPPRESSION_KEY, type AimedSuppression } from './suppression';

const SHORTEST_REASON = 10;
const FIELDS = ['rule', 'reason', 'owner', 'expires', 'finding', 'address', 'stack'];

/** Suppressions that constructs carry. Those of one construct on several resources are one. */
export function suppressionsIn(graph: ResourceGraph): readonly AimedSuppression[] {
  return graph.resources.flatMap(({ stack, address, remarks, origin }) => {
    const list = objectOf(objectOf(remarks)[SUPPRESSION_KEY]).suppress;
    if (!Array.isArray(list)) return [];
    return list.map((entry: unknown, index) => {
      const place = `suppression ${index + 1} of ${address} in stack '${stack}'`;
      const scope = isObject(entry) ? textOf(entry, 'construct') : undefined;
      const fields = isObject(entry) ? without(entry, 'construct') : entry;
      return checked(fields, { address, stack }, scope ?? origin?.construct ?? address, place);
    });
  });
}

/**
 * Reads the content of a `policy.json`.
 *
 * @param file what messages call it
 * @throws UserError that names every problem: a missing field, a date that is none, something unknown
 */
export function readPolicyFile(content: unknown, file: string): readonly AimedSuppression[] {
  const list = objectOf(content).suppressions;
  const unknown = Object.keys(objectOf(content)).filter(
    (name) => !['suppressions', '$schema', 'version'].includes(name),
  );
  if (!isObject(content) || !Array.isArray(list) || unknown.length > 0) {
    const got = unknown.length > 0 ? `, and not '${unknown[0] ?? ''}'` : '';
    throw new UserError(`'${file}' must hold an object with a list 'suppressions'${got}`);
  }
  return list.map((entry: unknown, index) => {
    const place = `suppression ${index + 1} in '${file}'`;
    const address = isObject(entry) ? textOf(entry, 'address') : undefined;
    if (address === undefined)
      throw new UserError(`${place} needs 'address', a Terraform address in which '*' stands for anything`);
    return checked(entry, { address }, file, place);
  });
}

function checked(
  entry: unknown,
  aim: { readonly address: string; readonly stack?: string },
  origin: string,
  place: string,
): AimedSuppression {
  const given = objectOf(entry);
  const problems = problemsOf(given);
  if (problems.length > 0) throw new UserError(problems.map((problem) => `${place}: ${problem}`).join('\n'));
  const text = (name: string): string => textOf(given, name) ?? '';
  const [finding, stack] = [textOf(given, 'finding'), textOf(given, 'stack') ?? aim.stack];
  return {
    rule: text('rule'),
    reason: text('reason'),
    owner: text('owner'),
    expires: text('expires'),
    ...(finding === undefined ? {} : { finding }),
    address: aim.address,
    ...(stack === undefined ? {} : { stack }),
    origin,
  };
}

function problemsOf(entry: JsonObject): readonly string[] {
  const missing = ['rule', 'reason', 'owner', 'expires'].filter((name) => (textOf(entry, name) ?? '').trim() === '');
  const unknown = Object.keys(entry).filter((name) => !FIELDS.includes(name));
  const { reason, expires } = entry;
  return [
    ...missing.map((name) => `'${name}' is required, as a text`),
    ...unknown.map((name) => `'${name}' is not known; known: ${FIELDS.join(', ')}`),
    ...(typeof reason === 'string' && reason.trim() !== '' && reason.trim().length < SHORTEST_REASON
      ? [
          `'reason' must have at least ${SHORTEST_REASON} characters, got '${reason}'; say why the finding is acceptable`,
        ]
      : []),
    ...(typeof expires === 'string' && expires !== '' && !isDay(expires)
      ? [`'expires' must be a day such as 2027-05-31, got '${expires}'`]
      : []),
  ];
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function without(entry: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== name));
}

import { isObject, objectOf, parseObject, type JsonObject } from '../../terraform/json';

/** How the policies given to the emulator differ from those of AWS. */
export interface EmulatorPolicies {
  readonly policies: readonly string[];
  /** Statements whose resources are not checked, by `Sid`, with the resources that AWS checks. */
  readonly widened: readonly {
    readonly sid: string;
    readonly actions: readonly string[];
    readonly resources: readonly string[];
  }[];
  /** Conditions that are not checked, by `Sid`. */
  readonly conditions: readonly string[];
  /** Denials that are left out, because they would deny more than on AWS, by `Sid`. */
  readonly leftOut: readonly string[];
}

/**
 * Policies as moto needs them to decide about actions as AWS does.
 *
 * moto knows the resource of a call to S3 only; elsewhere it asks about `*`, so that a statement about one secret would
 * allow nothing. It reads no conditions. What is not checked there is listed, to be checked by other means.
 */
export function emulatorPolicies(policies: readonly string[]): EmulatorPolicies {
  const documents = policies.map((policy) => parseObject(policy) ?? {});
  const all = documents.flatMap(statementsOf).map((statement, index) => ({ statement, sid: sidOf(statement, index) }));
  const leftOut = new Set(all.filter(({ statement }) => deniesMore(statement)).map(({ sid }) => sid));
  let position = 0;
  return {
    policies: documents.map((document) => {
      const statements = statementsOf(document).flatMap((statement) => {
        const sid = sidOf(statement, position++);
        return leftOut.has(sid) ? [] : splitByService(statement);
      });
      return JSON.stringify({ ...document, Statement: statements });
    }),
    widened: all
      .filter(({ sid, statement }) => !leftOut.has(sid) && narrow(statement) && otherActions(statement).length > 0)
      .map(({ sid, statement }) => ({
        sid,
        actions: otherActions(statement),
        resources: listOf(statement.Resource),
      })),
    conditions: all
      .filter(({ sid, statement }) => !leftOut.has(sid) && isObject(statement.Condition))
      .map(({ sid }) => sid),
    leftOut: [...leftOut],
  };
}

function statementsOf(document: JsonObject): JsonObject[] {
  const { Statement: statements } = document;
  return (Array.isArray(statements) ? statements : [statements]).map(objectOf);
}

function sidOf(statement: JsonObject, index: number): string {
  return typeof statement.Sid === 'string' ? statement.Sid : `statement ${index + 1}`;
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');
}

function otherActions(statement: JsonObject): string[] {
  return listOf(statement.Action).filter((action) => !action.toLowerCase().startsWith('s3:'));
}

function narrow(statement: JsonObject): boolean {
  return !listOf(statement.Resource).includes('*');
}

function deniesMore(statement: JsonObject): boolean {
  if (statement.Effect !== 'Deny') return false;
  return isObject(statement.Condition) || (narrow(statement) && otherActions(statement).length > 0);
}

/** The part about S3 keeps its resources, the other one is about all. */
function splitByService(statement: JsonObject): JsonObject[] {
  const others = otherActions(statement);
  if (others.length === 0 || !narrow(statement)) return [statement];
  const s3 = listOf(statement.Action).filter((action) => !others.includes(action));
  const wide = { ...statement, Action: others, Resource: '*' };
  return s3.length === 0 ? [wide] : [{ ...statement, Action: s3, ...own(statement, 'S3') }, wide];
}

/** A `Sid` must be the only one of its kind in a policy. */
function own({ Sid: sid }: JsonObject, suffix: string): JsonObject {
  return typeof sid === 'string' ? { Sid: `${sid}${suffix}` } : {};
}

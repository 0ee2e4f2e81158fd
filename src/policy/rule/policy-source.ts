import type { JsonObject } from '../../terraform/json';
import type { Block, Path, Readable } from '../model/block';
import type { Resource } from '../model/resource';
import type { ResourceGraph } from '../model/resource-graph';
import type { Value } from '../model/value';
import { policyStatements, type PolicyPrincipal, type PolicyStatement } from './policy-document';

const DOCUMENT = 'aws_iam_policy_document';

/**
 * The statements of an IAM policy in an attribute, written there or in the `aws_iam_policy_document` that it reads.
 *
 * @returns an empty list where the attribute is not set, undefined where the policy cannot be read yet
 */
export function readPolicy(
  settings: Readable,
  path: Path,
  graph: ResourceGraph,
): readonly PolicyStatement[] | undefined {
  const value = settings.get(path);
  const statements = policyStatements(value);
  if (statements !== undefined) return statements;
  const document = documentOf(value, graph);
  return document === undefined ? undefined : statementsIn(document);
}

/** The document that a value is, and not one that is only a part of it. */
function documentOf(value: Value, graph: ResourceGraph): Resource | undefined {
  const [document, second] = graph.targetsOf(value);
  if (value.kind !== 'reference' || value.template !== undefined || second !== undefined) return undefined;
  return document?.type === DOCUMENT ? document : undefined;
}

function statementsIn(document: Resource): readonly PolicyStatement[] | undefined {
  const merged = ['source_policy_documents', 'override_policy_documents'].some((name) => document.get(name).isSet);
  const blocks = document.blocks('statement');
  const statements = merged ? [] : blocks.map(statementOf).filter((each) => each !== undefined);
  return statements.length === blocks.length ? statements : undefined;
}

/** Undefined where the statement holds something that nobody can tell. */
function statementOf(block: Block, index: number): PolicyStatement | undefined {
  const lists = ['actions', 'not_actions', 'resources', 'not_resources'].map((name) => textsOf(block.get(name)));
  const principals = principalsOf(block, 'principals');
  const notPrincipals = principalsOf(block, 'not_principals');
  const condition = conditionOf(block);
  const [actions, notActions, resources, notResources] = lists;
  if (!actions || !notActions || !resources || !notResources) return undefined;
  if (!principals || !notPrincipals || !condition || block.get('effect').isUnclear) return undefined;
  return {
    name: block.get('sid').text ?? String(index + 1),
    effect: block.get('effect').is('Deny') ? 'Deny' : 'Allow',
    ...{ actions, notActions, resources, notResources, principals, notPrincipals, condition },
  };
}

/** Texts as in a document that is written out; what follows from a resource stands there as an expression. */
function textsOf(value: Value): readonly string[] | undefined {
  const texts = value.items.map(
    ({ template, targets }) => template ?? (targets[0] === undefined ? undefined : `\${${targets[0].address}}`),
  );
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? known : undefined;
}

function principalsOf(block: Block, path: string): readonly PolicyPrincipal[] | undefined {
  const found = block.blocks(path).map((each) => ({
    type: each.get('type').text,
    values: textsOf(each.get('identifiers')),
  }));
  const principals = found.flatMap(({ type, values }) =>
    type === undefined || values === undefined ? [undefined] : values.map((value) => ({ type, value })),
  );
  const known = principals.filter((each) => each !== undefined);
  return known.length === principals.length ? known : undefined;
}

function conditionOf(block: Block): JsonObject | undefined {
  const found = block.blocks('condition').map((each) => ({
    test: each.get('test').text,
    key: each.get('variable').text,
    values: textsOf(each.get('values')),
  }));
  const condition: Record<string, Record<string, readonly string[]>> = {};
  for (const { test, key, values } of found) {
    if (test === undefined || key === undefined || values === undefined) return undefined;
    condition[test] = { ...condition[test], [key]: values };
  }
  return condition;
}

import type { Backend } from '../../terraform/backend';
import { objectOf, textOf, type JsonObject } from '../../terraform/json';
import { INVENTORY_KINDS } from '../inventory/inventory-kinds';
import { READ_ACTIONS } from './read-actions';

/** A stack that drift is looked for in. */
export interface ReadableStack {
  readonly configuration: JsonObject;
  readonly backend: Backend;
}

/** Where findings are told; the only things that the role may write. */
export interface ReportPlaces {
  /** Objects that reports and the history of findings are kept in, `arn:aws:s3:::reports/drift/*`. */
  readonly objectsArn?: string;
  /** SNS topic that is told of changes. */
  readonly topicArn?: string;
}

/** A statement of an IAM policy. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: JsonObject;
}

/** The policy of a role that drift is looked for with. */
export interface ReaderPolicy {
  readonly document: { readonly Version: '2012-10-17'; readonly Statement: readonly PolicyStatement[] };
  /** Types of resources of which nobody told how they are read; a check with this policy fails on them. */
  readonly unknownTypes: readonly string[];
}

/** Who asks, and who changed something: needed whatever the stacks hold. */
const ALWAYS = ['cloudtrail:LookupEvents', 'sts:GetCallerIdentity'];
const VALUES = 'ssm:GetParameter';
const ANY = ['*'];

/**
 * The least policy with which drift of these stacks can be looked for.
 *
 * It allows what the AWS provider reads, the states of the stacks, and the values of their own parameters. Everything else is
 * denied, so that nothing that is attached beside it lets the role change anything but the places of reports.
 */
export function readerPolicy(stacks: readonly ReadableStack[], reports: ReportPlaces = {}): ReaderPolicy {
  const types = [
    ...new Set(stacks.flatMap(({ configuration }) => Object.keys(objectOf(configuration.resource)))),
  ].sort();
  const listed = INVENTORY_KINDS.filter(({ parentType }) => types.includes(parentType)).map(({ action }) => action);
  const actions = [...new Set([...types.flatMap((type) => READ_ACTIONS[type] ?? []), ...listed])];
  const allowed: readonly PolicyStatement[] = [
    allow('ReadConfiguration', [...actions.filter((action) => action !== VALUES), ...ALWAYS], ANY),
    ...parameterStatements(stacks),
    ...stateStatements(stacks.map(({ backend }) => backend)),
    ...reportStatements(reports),
  ];
  const named = [...new Set(allowed.flatMap(({ Action = [] }) => Action))].sort();
  const deny: PolicyStatement = { Sid: 'ChangeNothing', Effect: 'Deny', NotAction: named, Resource: ANY };
  return {
    document: { Version: '2012-10-17', Statement: [...allowed, deny] },
    unknownTypes: types.filter((type) => type.startsWith('aws_') && !Object.hasOwn(READ_ACTIONS, type)),
  };
}

function parameterStatements(stacks: readonly ReadableStack[]): readonly PolicyStatement[] {
  const parameters = stacks.flatMap(({ configuration }) =>
    Object.values(objectOf(objectOf(configuration.resource).aws_ssm_parameter)).map(objectOf),
  );
  if (parameters.length === 0) return [];
  const names = parameters.map((parameter) => textOf(parameter, 'name') ?? '');
  const arns = names.map((name) => `arn:aws:ssm:*:*:parameter/${isWritten(name) ? name.replace(/^\//, '') : '*'}`);
  const folders = [...new Set(arns.map((arn) => arn.replace(/\/[^/]+$/, '/*')))].sort();
  return [allow('ReadParameters', [VALUES], folders)];
}

function stateStatements(backends: readonly Backend[]): readonly PolicyStatement[] {
  const remote = backends.filter(({ type }) => type === 's3').map(({ settings }) => settings);
  if (remote.length === 0) return [];
  const buckets = unique(remote, (settings) => `arn:aws:s3:::${textOf(settings, 'bucket') ?? ''}`);
  const objects = unique(remote, (settings) => {
    const prefix = textOf(settings, 'workspace_key_prefix') ?? 'env:';
    return `arn:aws:s3:::${textOf(settings, 'bucket') ?? ''}/${prefix}/*`;
  });
  return [
    allow('FindStates', ['s3:ListBucket'], buckets),
    allow('ReadStates', ['s3:GetObject'], objects),
    ...keyStatements(remote),
  ];
}

/** A key is given by its ARN, or by the ARN of an alias, which a policy can only name in a condition. */
function keyStatements(remote: readonly JsonObject[]): readonly PolicyStatement[] {
  const given = unique(remote, (settings) => textOf(settings, 'kms_key_id') ?? '').filter((id) => id !== '');
  const aliases = given.flatMap((id) => /:(alias\/.+)$/.exec(id)?.[1] ?? []);
  const keys = given.filter((id) => id.includes(':key/'));
  const statement = (Sid: string, Resource: readonly string[], condition: JsonObject): PolicyStatement => ({
    ...allow(Sid, ['kms:Decrypt'], Resource),
    Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' }, ...condition },
  });
  return [
    ...(keys.length === 0 ? [] : [statement('DecryptStatesByKey', keys, {})]),
    ...(aliases.length === 0
      ? []
      : [statement('DecryptStates', ANY, { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliases } })]),
  ];
}

function reportStatements({ objectsArn, topicArn }: ReportPlaces): readonly PolicyStatement[] {
  return [
    ...(objectsArn === undefined
      ? []
      : [
          allow('KeepReports', ['s3:GetObject', 's3:PutObject'], [objectsArn]),
          // else S3 calls an object that is not there forbidden, and no history could begin
          allow('FindReports', ['s3:ListBucket'], [objectsArn.replace(/\/.*$/, '')]),
        ]),
    ...(topicArn === undefined ? [] : [allow('TellChanges', ['sns:Publish'], [topicArn])]),
  ];
}

function allow(Sid: string, actions: readonly string[], Resource: readonly string[]): PolicyStatement {
  return { Sid, Effect: 'Allow', Action: actions.toSorted(), Resource };
}

function unique(settings: readonly JsonObject[], of: (settings: JsonObject) => string): readonly string[] {
  return [...new Set(settings.map(of))].sort();
}

/** Whether a name holds no expression, so that it is known here. */
function isWritten(name: string): boolean {
  return name !== '' && !name.includes('${');
}

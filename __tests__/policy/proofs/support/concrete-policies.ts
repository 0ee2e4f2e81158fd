import { createHash } from 'node:crypto';
import { objectOf, textOf, type JsonObject } from '../../../../src/terraform/json';
import { placeholderArn } from '../../../../src/terraform/offline/placeholder-arn';
import { ACCOUNT } from '../../../security/simulation';
import type { StackConfigurations } from './environment-stacks';

export const REGION = 'eu-west-1';

/** A resource of an environment with its settings. */
export interface Declared {
  readonly stack: string;
  readonly name: string;
  readonly body: JsonObject;
}

/** The resources of a type in all stacks. */
export function declared(stacks: StackConfigurations, type: string): readonly Declared[] {
  return Object.entries(stacks).flatMap(([stack, { resource }]) =>
    Object.entries(objectOf(objectOf(resource)[type])).map(([name, body]) => ({ stack, name, body: objectOf(body) })),
  );
}

/** The ARN that AWS would give a resource. */
export function arnOf(stacks: StackConfigurations, type: string, { stack, name, body }: Declared): string {
  const given = textOf(body, 'bucket') ?? textOf(body, 'name');
  const hex = createHash('sha256').update(`${stack}/${type}.${name}`).digest('hex');
  const seed = {
    accountId: ACCOUNT,
    region: REGION,
    hex,
    name: given === undefined ? name : concrete(stacks, stack, given),
  };
  return placeholderArn(type, idOf(type, hex), seed);
}

/** A text of a stack as it stands once everything is made: references become names and ARNs. */
export function concrete(stacks: StackConfigurations, stack: string, text: string): string {
  return text.replace(/\$\{([^}]+)\}/g, (whole, expression: string) => {
    const [, upstream, output] =
      /^data\.terraform_remote_state\.cross-stack-reference-input-([\w-]+)\.outputs\.([\w-]+)/.exec(expression) ?? [];
    if (upstream !== undefined && output !== undefined) {
      const value = textOf(objectOf(objectOf(stacks[upstream]?.output)[output]), 'value');
      if (value === undefined) throw new Error(`${upstream} has no output ${output}`);
      return concrete(stacks, upstream, value);
    }
    const [, type = '', name = '', attribute = ''] = /^(\w+)\.([\w-]+)\.(.+)$/.exec(expression) ?? [];
    const found = declared(stacks, type).find((each) => each.stack === stack && each.name === name);
    if (found === undefined) throw new Error(`${stack} has no resource for ${whole}`);
    if (attribute === 'arn') return arnOf(stacks, type, found);
    if (attribute.endsWith('secret_arn'))
      return arnOf(stacks, 'aws_secretsmanager_secret', { ...found, body: { name: 'rds!master' } });
    const own = textOf(found.body, attribute);
    return own === undefined ? name : concrete(stacks, stack, own);
  });
}

function idOf(type: string, hex: string): string {
  const prefixes: Readonly<Record<string, string>> = { aws_efs_file_system: 'fs', aws_efs_access_point: 'fsap' };
  return `${prefixes[type] ?? 'id'}-${hex.slice(0, 17)}`;
}

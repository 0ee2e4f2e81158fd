import { isObject, type JsonObject } from '../json';
import type { OutputValue } from '../execution/terraform';

/** A state file that holds nothing but outputs. */
export function placeholderState(outputs: Readonly<Record<string, OutputValue>>): JsonObject {
  const entries = Object.entries(outputs).map(([name, { value, type, sensitive }]) => [
    name,
    { value, type: type ?? typeOf(value), ...(sensitive ? { sensitive } : {}) },
  ]);
  return {
    version: 4,
    terraform_version: '1.10.0',
    serial: 1,
    lineage: '00000000-0000-4000-8000-000000000000',
    outputs: Object.fromEntries(entries) as JsonObject,
    resources: [],
  };
}

/** Outputs that a configuration reads from a remote state, with a text for each: all that can be known of a foreign state. */
export function usedOutputs(configuration: JsonObject, remoteState: string): Record<string, OutputValue> {
  const text = JSON.stringify(configuration);
  const pattern = new RegExp(`data\\.terraform_remote_state\\.${remoteState}\\.outputs(?:\\.|\\[\\\\")([\\w-]+)`, 'g');
  return Object.fromEntries(
    [...text.matchAll(pattern)].map(([, name = '']) => [name, { value: `placeholder-${name}`, sensitive: false }]),
  );
}

/** The type as Terraform writes it into state files. */
function typeOf(value: unknown): unknown {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return ['tuple', value.map(typeOf)];
  if (!isObject(value)) return 'dynamic';
  return ['object', Object.fromEntries(Object.entries(value).map(([name, member]) => [name, typeOf(member)]))];
}

import { isObject, parseObject, textOf } from '../json';

/** What happened to one resource during an apply. */
export interface ApplyEvent {
  readonly type: 'apply_start' | 'apply_complete' | 'apply_errored';
  readonly address: string;
  readonly resourceType: string;
  readonly action: string;
  /** Id of the object; known once a creation is complete, and at once for updates and deletions. */
  readonly id?: string;
}

const TYPES = ['apply_start', 'apply_complete', 'apply_errored'] as const;

/** The event in one line that `terraform apply -json` writes; undefined for every other line, cut-off ones included. */
export function parseApplyEvent(line: string): ApplyEvent | undefined {
  const json = line.startsWith('{') ? parseObject(line) : undefined;
  const type = TYPES.find((known) => known === json?.type);
  if (json === undefined || type === undefined || !isObject(json.hook) || !isObject(json.hook.resource))
    return undefined;
  const address = textOf(json.hook.resource, 'addr');
  const action = textOf(json.hook, 'action');
  if (address === undefined || action === undefined) return undefined;
  const resourceType = textOf(json.hook.resource, 'resource_type') ?? '';
  const id = textOf(json.hook, 'id_value');
  return { type, address, resourceType, action, ...(id === undefined || id === '' ? {} : { id }) };
}

/** Whether a line tells that the whole apply ended well, its state saved. */
export function isApplySummary(line: string): boolean {
  return (
    line.startsWith('{') && parseObject(line)?.type === 'change_summary' && /"operation":"(apply|destroy)"/.test(line)
  );
}

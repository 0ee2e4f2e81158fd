import { isObject, objectOf, parseObject, textOf, type JsonObject } from '../../terraform/json';

/** Who made a call. */
export interface Actor {
  /** `person` is anybody with keys or a session, also a pipeline; `service` is AWS itself. */
  readonly kind: 'person' | 'terraform' | 'service';
  /** Name of the user, role and session, or service, `Administrator/alice`. */
  readonly name: string;
}

/** A call that changed something, as CloudTrail recorded it. Holds nothing of its parameters: they may hold secrets. */
export interface TrailEvent {
  readonly id: string;
  /** Such as `AuthorizeSecurityGroupIngress`. */
  readonly name: string;
  readonly time: Date;
  readonly actor: Actor;
  readonly sourceIp?: string;
  readonly userAgent?: string;
  /** Whether an identifier occurs in the call or its answer. */
  readonly mentions: (identifier: string) => boolean;
}

/** The provider and the backend send this in their user agents. */
const TERRAFORM_AGENT = /\bTerraform\/|terraform-provider-aws/i;

/**
 * Reads an event of CloudTrail.
 *
 * @param text member `CloudTrailEvent` of an answer to LookupEvents
 * @returns undefined for what changed nothing: calls that only read, and calls that failed
 */
export function trailEvent(text: string): TrailEvent | undefined {
  const event = parseObject(text);
  const [name, id, at] = ['eventName', 'eventID', 'eventTime'].map((key) => textOf(event ?? {}, key));
  if (event === undefined || name === undefined || id === undefined || at === undefined) return undefined;
  if (event.readOnly === true || event.errorCode !== undefined) return undefined;
  const sourceIp = textOf(event, 'sourceIPAddress');
  const userAgent = textOf(event, 'userAgent');
  const values = new Set([event.requestParameters, event.responseElements, event.resources].flatMap(textsIn));
  return {
    id,
    name,
    time: new Date(at),
    actor: actorOf(objectOf(event.userIdentity), userAgent),
    ...(sourceIp === undefined ? {} : { sourceIp }),
    ...(userAgent === undefined ? {} : { userAgent }),
    mentions: (identifier) => values.has(identifier),
  };
}

function actorOf(identity: JsonObject, userAgent = ''): Actor {
  const service = textOf(identity, 'invokedBy') ?? '';
  if (textOf(identity, 'type') === 'AWSService' || service.endsWith('.amazonaws.com')) {
    return { kind: 'service', name: service === '' ? 'an AWS service' : service };
  }
  return { kind: TERRAFORM_AGENT.test(userAgent) ? 'terraform' : 'person', name: nameOf(identity) };
}

/** `arn:aws:sts::123456789012:assumed-role/Administrator/alice` is called `Administrator/alice`. */
function nameOf(identity: JsonObject): string {
  const arn = textOf(identity, 'arn') ?? '';
  const [, name] = /:(?:assumed-role|user|federated-user)\/(.+)$/.exec(arn) ?? [];
  if (name !== undefined) return name;
  if (textOf(identity, 'type') === 'Root') return 'the root user';
  return textOf(identity, 'userName') ?? textOf(identity, 'principalId') ?? 'somebody';
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

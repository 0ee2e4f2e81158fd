import { trailEvent, type TrailEvent } from '../../../src/drift/attribution/trail-event';

/** Who made a call, as CloudTrail writes it. */
export const IDENTITIES = {
  alice: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLE:alice',
    arn: 'arn:aws:sts::123456789012:assumed-role/Administrator/alice',
    accountId: '123456789012',
    sessionContext: { sessionIssuer: { type: 'Role', userName: 'Administrator' } },
  },
  bob: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/bob', userName: 'bob' },
  root: { type: 'Root', arn: 'arn:aws:iam::123456789012:root', principalId: '123456789012' },
  deployer: { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/deploy/ci' },
  autoscaling: { type: 'AWSService', invokedBy: 'autoscaling.amazonaws.com' },
} as const;

const TERRAFORM = 'APN/1.0 HashiCorp/1.0 Terraform/1.11.4 (+https://www.terraform.io) terraform-provider-aws/5.100.0';

/** What a test says of a call. */
export interface Call {
  readonly name: string;
  readonly by?: keyof typeof IDENTITIES;
  /** Parameters of the call, in the words of the service. */
  readonly parameters: object;
  readonly at?: string;
  readonly more?: object;
}

let number = 0;

/** A call as the text that LookupEvents answers with. */
export function recorded({ name, by = 'alice', parameters, at = '2026-11-20T10:00:00Z', more = {} }: Call): string {
  number += 1;
  return JSON.stringify({
    eventVersion: '1.09',
    userIdentity: IDENTITIES[by],
    eventTime: at,
    eventName: name,
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.7',
    userAgent: by === 'deployer' ? TERRAFORM : 'AWS-Console',
    requestParameters: parameters,
    responseElements: null,
    eventID: `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`,
    readOnly: false,
    ...more,
  });
}

/** The same, read. */
export function read(call: Call): TrailEvent {
  const event = trailEvent(recorded(call));
  if (event === undefined) throw new Error(`${call.name} is no event`);
  return event;
}

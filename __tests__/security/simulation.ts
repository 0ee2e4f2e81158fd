import { runSimulation } from '@cloud-copilot/iam-simulate';
import { policyDocument } from '../../src/security';
import { keyPolicy } from '../../src/security/key-policy';

/** A call that somebody makes. */
export interface Call {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
  /** @default - the role of the web instances in the same account */
  readonly principal?: string;
}

/** What decides about it. */
export interface Policies {
  /** JSON of the principal's own policy. */
  readonly identity?: string;
  /**
   * JSON of the policy of the resource.
   *
   * @default - for keys, one that leaves the decision to IAM; otherwise none
   */
  readonly resource?: string;
}

export const ACCOUNT = '123456789012';
export const WEB_ROLE = `arn:aws:iam::${ACCOUNT}:role/wordpress-production-web`;

const ALLOW_ALL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

const KEY_POLICY = policyDocument(keyPolicy({ accountId: ACCOUNT, region: 'eu-west-1' }, []));

/**
 * Decides a call as IAM would.
 *
 * Fails when a policy is malformed, or when the action, the resource or a context key does not exist in IAM's catalogue.
 */
export async function decide(policies: Policies, call: Call): Promise<string> {
  const { action, resource, context = {}, principal = WEB_ROLE } = call;
  const { identity, resource: resourcePolicy = action.startsWith('kms:') ? KEY_POLICY : undefined } = policies;
  const contextVariables = principal.startsWith('arn:')
    ? { ...context, 'aws:PrincipalArn': principal }
    : { ...context };
  const result = await runSimulation(
    {
      request: { principal, action, resource: { resource, accountId: ACCOUNT }, contextVariables },
      identityPolicies: identity === undefined ? [] : [{ name: 'policy', policy: JSON.parse(identity) as unknown }],
      resourcePolicy: resourcePolicy === undefined ? undefined : (JSON.parse(resourcePolicy) as unknown),
      serviceControlPolicies: [{ orgIdentifier: 'root', policies: [{ name: 'all', policy: ALLOW_ALL }] }],
      resourceControlPolicies: [],
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(JSON.stringify(result.errors));
  const ignored = result.resultType === 'single' ? (result.result.ignoredContextKeys ?? []) : [];
  if (ignored.length > 0) throw new Error(`${action} knows no ${ignored.join(', ')}`);
  return result.overallResult;
}

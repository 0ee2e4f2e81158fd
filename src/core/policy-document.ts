/** Value of one key of a condition. */
type ConditionValue = string | readonly string[];

/** Who a statement of a resource policy or trust policy is about. */
export interface PolicyPrincipals {
  /** ARNs or account ids, or `*`. */
  readonly AWS?: string | readonly string[];
  /** Service principals, such as `ec2.amazonaws.com`. */
  readonly Service?: string | readonly string[];
}

/** One statement of an IAM, key or bucket policy. */
export interface PolicyStatement {
  /** Letters and digits, unique in the document; says what the statement is for. */
  readonly sid: string;
  /** @default 'Allow' */
  readonly effect?: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /**
   * What the statement is about.
   *
   * @default - none, as trust policies need it
   */
  readonly resources?: readonly string[];
  /**
   * All resources but these; instead of `resources`, in statements that deny.
   *
   * @default - none
   */
  readonly notResources?: readonly string[];
  /**
   * Who it is about.
   *
   * @default - whoever the policy is attached to
   */
  readonly principals?: PolicyPrincipals;
  /**
   * Operator, condition key, value, such as `{ StringEquals: { 'aws:SourceAccount': '123456789012' } }`.
   *
   * @default - none
   */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, ConditionValue>>>>;
}

/** Renders statements as the JSON of a policy document. */
export function policyDocument(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map(renderStatement) });
}

function renderStatement(statement: PolicyStatement): Record<string, unknown> {
  const { sid, effect = 'Allow', actions, resources, notResources, principals, conditions } = statement;
  return {
    Sid: sid,
    Effect: effect,
    ...(principals && { Principal: principals }),
    Action: actions,
    ...(resources && { Resource: resources }),
    ...(notResources && { NotResource: notResources }),
    ...(conditions && { Condition: conditions }),
  };
}

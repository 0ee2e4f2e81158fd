import type { JsonObject } from '../../terraform/json';

/** One member of a collection: what tells it from others, what to call it, and what it would be as a resource. */
export interface CollectionMember {
  readonly key: string;
  readonly label: string;
  /** Attributes of the resource type that would manage it; what judges and ways out need of them. */
  readonly values: JsonObject;
}

/**
 * Something that AWS keeps inside a resource while Terraform keeps each member as a resource of its own, such as the
 * rules of a security group. A member added by hand appears in no plan: it is found as live members minus managed ones.
 */
export interface Collection {
  readonly parentTypes: readonly string[];
  /** Attribute of the parent that lists the live members; skipped where the configuration sets it. */
  readonly attribute: string;
  /** How a member is called in a finding. */
  readonly noun: string;
  /** Resource type that a member would be. */
  readonly memberType: string;
  /** Id by which managed members name the parent. */
  parentId(parent: JsonObject): unknown;
  live(parent: JsonObject): readonly CollectionMember[];
  /** Resource types that manage members, each telling the parent's id and the keys it manages. */
  readonly managedBy: Readonly<Record<string, (values: JsonObject) => ManagedMembers>>;
  /**
   * Resource type that lists all members a parent may have, and removes every other one.
   *
   * @default - no apply removes a member that has no resource
   */
  readonly exclusiveBy?: ExclusiveType;
}

/** A resource type such as `aws_iam_role_policies_exclusive`. */
export interface ExclusiveType {
  readonly type: string;
  /** Attribute that lists the keys of the members. */
  readonly attribute: string;
  /** Id by which it names the parent. */
  parentId(values: JsonObject): unknown;
}

/** What one managed resource contributes. */
export interface ManagedMembers {
  readonly parentId: unknown;
  readonly keys: readonly string[];
}

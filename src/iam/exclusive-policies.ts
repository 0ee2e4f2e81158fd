import type { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePoliciesExclusive } from '@cdktf/provider-aws/lib/iam-role-policies-exclusive';
import type { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { IamRolePolicyAttachmentsExclusive } from '@cdktf/provider-aws/lib/iam-role-policy-attachments-exclusive';
import { Construct } from 'constructs';

/** The choice that every construct with a role offers. */
export interface ExclusivePoliciesSetting {
  /**
   * Whether the roles made here hold only the policies given to them here: each apply deletes inline policies and detaches
   * managed policies that somebody added. It costs nothing.
   *
   * Set it to false where tooling of the organisation attaches policies to roles, as Quick Setup of Systems Manager does:
   * every apply would take them away, and the tooling would bring them back. Changing it to false leaves all policies where
   * they are; changing it to true removes the added ones at once, and the plan does not name them.
   *
   * @default true
   */
  readonly exclusivePolicies?: boolean;
}

/** A role and all the policies it may hold. */
export interface ExclusivePoliciesProps {
  readonly role: IamRole;
  /**
   * Its inline policies.
   *
   * @default - none: every inline policy is deleted
   */
  readonly inline?: readonly IamRolePolicy[];
  /**
   * Attachments of managed policies to it.
   *
   * @default - none: every managed policy is detached
   */
  readonly attachments?: readonly IamRolePolicyAttachment[];
}

/** Lets a role hold these policies and no others. Destroying it removes no policy. */
export class ExclusivePolicies extends Construct {
  readonly inline: IamRolePoliciesExclusive;
  readonly attached: IamRolePolicyAttachmentsExclusive;

  constructor(scope: Construct, id: string, props: ExclusivePoliciesProps) {
    super(scope, id);
    const { role, inline = [], attachments = [] } = props;

    // written as literals, which a plan knows before the policies exist; so the order has to be told
    this.inline = new IamRolePoliciesExclusive(this, 'Inline', {
      roleName: role.name,
      policyNames: inline.map(({ nameInput, name }) => nameInput ?? name),
      dependsOn: [...inline],
    });
    this.attached = new IamRolePolicyAttachmentsExclusive(this, 'Attached', {
      roleName: role.name,
      policyArns: attachments.map(({ policyArnInput, policyArn }) => policyArnInput ?? policyArn),
      dependsOn: [...attachments],
    });
  }
}

import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { NAME_LIMITS, physicalName, type NameScope } from '../core/naming';
import { policyDocument } from '../core/policy-document';
import { keyPolicy, type KeyUser } from './key-policy';

/** What a key is for and who may use it. */
export interface EncryptionKeyProps {
  readonly name: NameScope;
  /** What it encrypts, in one word such as `data`; the last part of the alias. Changing it replaces the alias. */
  readonly purpose: string;
  /**
   * Name of the alias, beginning with `alias/`. Changing it replaces the alias, not the key.
   *
   * @default - `alias/<system>-<environment>-<purpose>`
   */
  readonly aliasName?: string;
  readonly accountId: string;
  readonly region: string;
  /** AWS services that use the key by themselves. */
  readonly services: readonly KeyUser[];
  /** Keep the key from being destroyed: without it everything it encrypted is lost. Off, it goes after 7 days, else 30. */
  readonly protect: boolean;
}

const PURPOSE = /^[a-z][a-z0-9-]*$/;

/** A symmetric KMS key that AWS rotates every 365 days (KMS's default period), about USD 1 a month. */
export class EncryptionKey extends Construct {
  readonly resource: KmsKey;
  readonly keyArn: string;
  readonly keyId: string;
  readonly aliasName: string;

  /** @throws ValidationError when `purpose` holds other than a-z, 0-9 and hyphens or makes the alias too long */
  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { name, purpose, services, protect } = props;
    this.aliasName = props.aliasName ?? `alias/${physicalName(name, purpose)}`;
    if (!PURPOSE.test(purpose) || this.aliasName.length > NAME_LIMITS.kmsAlias) {
      throw new ValidationError(
        this,
        `'purpose' must be lower-case letters, digits and hyphens and make an alias of at most ` +
          `${NAME_LIMITS.kmsAlias} characters, got '${purpose}'; use a word such as 'data'`,
      );
    }

    this.resource = new KmsKey(this, 'Resource', {
      description: `Encrypts ${purpose} of ${physicalName(name)}`,
      enableKeyRotation: true,
      deletionWindowInDays: protect ? 30 : 7,
      policy: policyDocument(keyPolicy(props, services)),
      tags: { Name: physicalName(name, purpose) },
      lifecycle: { preventDestroy: protect },
    });
    new KmsAlias(this, 'Alias', { name: this.aliasName, targetKeyId: this.resource.keyId });

    this.keyArn = this.resource.arn;
    this.keyId = this.resource.keyId;
  }
}

import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { Construct } from 'constructs';
import type { KeyReference } from './key-reference';

/** Days in which a deleted secret can be brought back, the longest Secrets Manager offers. */
const RECOVERY_DAYS = 30;

export interface SecretShellProps {
  /** Name of the secret. Changing it replaces the secret. */
  readonly secretName: string;
  readonly description: string;
  readonly key: KeyReference;
  /** `prevent_destroy`, and 30 days to bring a deleted secret back; without it a deletion is final at once. */
  readonly protect: boolean;
}

/** A secret whose value Terraform neither makes nor sees: something that runs later writes it. USD 0.40 a month. */
export class SecretShell extends Construct {
  readonly resource: SecretsmanagerSecret;
  readonly secretArn: string;

  constructor(scope: Construct, id: string, props: SecretShellProps) {
    super(scope, id);
    const { secretName, description, key, protect } = props;

    this.resource = new SecretsmanagerSecret(this, 'Resource', {
      name: secretName,
      description,
      kmsKeyId: key.keyArn,
      recoveryWindowInDays: protect ? RECOVERY_DAYS : 0,
      lifecycle: { preventDestroy: protect },
    });

    this.secretArn = this.resource.arn;
  }
}

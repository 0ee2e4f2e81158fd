import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { pass } from '../../rule/verdict';

export const SECRET_ROTATION = defineRule({
  id: 'WPHA-KMS-007',
  title: 'secrets rotate',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_secretsmanager_secret'],
  rows: ['KMS-007'],
  maps: { checkov: ['CKV2_AWS_57'], fsbp: ['SecretsManager.1'], cdkNag: ['AwsSolutions-SMG4'] },
  why: 'A secret that nobody changes is known to everybody who ever had to do with it.',
  fix: 'Add an aws_secretsmanager_secret_rotation with a function that changes the secret where it is used.',
  check: (secret, graph) => {
    // the attribute is older than the resource
    if (secret.get('rotation_lambda_arn').isSet) return pass();
    const rotations = graph.attached(secret, 'aws_secretsmanager_secret_rotation', 'secret_id');
    return expectAttached(secret, rotations, 'no aws_secretsmanager_secret_rotation belongs to the secret');
  },
});

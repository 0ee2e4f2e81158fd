import type { Resource } from '../../model/resource';
import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';
import { secretsIn } from './secret-values';

/** How the names of secrets end; `database-secret-arn` only says where one is. */
const SECRET_NAME =
  /(^|[/._-])(password|passwd|passphrase|secret|token|credentials?|(api|private|access)[-_]?key|salts?)$/i;

export const SECURE_PARAMETERS = defineRule({
  id: 'WPHA-KMS-009',
  title: 'secrets in Parameter Store are encrypted',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_ssm_parameter'],
  rows: ['KMS-009'],
  maps: { checkov: ['CKV2_AWS_34'] },
  why: 'Whoever may list parameters reads all that are not SecureString, and consoles and logs show them.',
  fix: "Set 'type' to SecureString, and give the value by 'value_wo', which leaves the state without it.",
  check: (parameter) => (isSecret(parameter) ? expectOneOf(parameter, 'type', ['SecureString']) : notApplicable()),
});

function isSecret(parameter: Resource): boolean {
  const values = ['value', 'insecure_value'].map((name) => parameter.get(name));
  return SECRET_NAME.test(parameter.get('name').text ?? '') || values.some((value) => secretsIn(value).length > 0);
}

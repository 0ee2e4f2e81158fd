import type { Resource } from '../../model/resource';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { secretsIn } from './secret-values';

/** Resources whose secret lies in the state whatever they say, and what to take instead. */
const ALWAYS: Readonly<Record<string, string>> = {
  random_password: 'take the ephemeral resource of the same name',
  tls_private_key: 'take the ephemeral resource of the same name',
};

export const NO_SECRET_IN_STATE = defineRule({
  id: 'WPHA-KMS-012',
  title: 'no secret is in an output or in the state',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: [
    'output',
    'aws_iam_access_key',
    'aws_secretsmanager_secret_version',
    'aws_ssm_parameter',
    ...Object.keys(ALWAYS),
  ],
  rows: ['KMS-012'],
  maps: {},
  why: 'The state is read by everybody who can plan, kept in versions for months, and copied to laptops.',
  fix: 'Let the service make the secret, or give it by a write-only argument; mark outputs sensitive.',
  check: (resource) => {
    if (resource.type === 'output') return judgeOutput(resource);
    if (resource.type === 'aws_iam_access_key') return judgeAccessKey(resource);
    if (resource.type === 'aws_ssm_parameter') return judgeParameter(resource);
    if (resource.type === 'aws_secretsmanager_secret_version') return judgeVersion(resource);
    return fail([resource, []], `its secret lies in the state; ${ALWAYS[resource.type]}`, { part: 'state' });
  },
});

function judgeOutput(output: Resource): Verdict {
  const [secret] = secretsIn(output.get('value'));
  if (secret === undefined) return notApplicable();
  if (output.get('sensitive').is(true)) return pass();
  return fail([output, 'sensitive'], `it shows '${secret.attribute}' of ${secret.address} and is not sensitive`);
}

function judgeAccessKey(key: Resource): Verdict {
  if (key.get('pgp_key').isSet) return pass();
  return fail([key, 'pgp_key'], 'the secret of the access key lies in the state in the clear');
}

function judgeParameter(parameter: Resource): Verdict {
  const type = parameter.get('type');
  if (type.isUnclear) return unknown([parameter, 'type']);
  if (!type.is('SecureString')) return notApplicable();
  if (parameter.get('value').isUnset) return pass();
  return fail([parameter, 'value'], "'value' of a SecureString lies in the state; take 'value_wo'");
}

function judgeVersion(version: Resource): readonly Verdict[] {
  const written = ['secret_string', 'secret_binary'].filter((name) => version.get(name).isSet);
  if (written.length === 0) return [pass()];
  return written.map((name) => fail([version, name], `'${name}' lies in the state; take 'secret_string_wo'`));
}

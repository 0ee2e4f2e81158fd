import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import type { Resource } from '../../model/resource';
import { SECRET_PATTERNS } from './secret-patterns';
import { INSTANCE_TYPES } from './templates';
import { USER_DATA, userDataText } from './user-data';

export const NO_SECRETS_IN_USER_DATA = defineRule({
  id: 'WPHA-EC2-004',
  title: 'user data holds no secret',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: INSTANCE_TYPES,
  rows: ['EC2-004'],
  maps: { checkov: ['CKV_AWS_46'], trivy: ['AVD-AWS-0129'] },
  why: 'Every process on the instance can read its user data, and so can everybody who may describe instances.',
  fix: 'Let the instance read the secret at boot, with its role, from Secrets Manager or an SSM parameter.',
  check: (instance) => {
    const set = USER_DATA.filter((attribute) => instance.get(attribute).isSet);
    return set.length === 0 ? notApplicable() : set.flatMap((attribute) => judge(instance, attribute));
  },
});

function judge(instance: Resource, attribute: string): readonly Verdict[] {
  const value = instance.get(attribute);
  const text = userDataText(instance, attribute, value);
  const found = SECRET_PATTERNS.filter(({ pattern }) => pattern.test(text ?? ''));
  if (found.length > 0) {
    return found.map(({ name }) => fail([instance, attribute], `it seems to hold a ${name}`, { part: name }));
  }
  return [text === undefined || value.isUnclear ? unknown([instance, attribute]) : pass()];
}

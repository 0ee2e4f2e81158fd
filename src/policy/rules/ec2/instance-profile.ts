import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';
import { INSTANCE_TYPES } from './templates';

export const INSTANCE_PROFILE = defineRule({
  id: 'WPHA-EC2-016',
  title: 'instances get credentials from an instance profile',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: INSTANCE_TYPES,
  rows: ['EC2-016'],
  maps: { checkov: ['CKV2_AWS_41'], cis: ['3.0.0 1.18'] },
  why: 'An instance without a role gets keys by hand, and those are never changed again.',
  fix: "Set 'iam_instance_profile'.",
  check: (instance) => {
    const names = instance.type === 'aws_instance' ? ['iam_instance_profile'] : ['arn', 'name'];
    const paths = instance.type === 'aws_instance' ? names : names.map((name) => `iam_instance_profile.${name}`);
    if (paths.some((path) => instance.get(path).isSet)) return pass();
    return fail([instance, 'iam_instance_profile'], "'iam_instance_profile' is not set");
  },
});

import { INSTANCE_PROFILE } from '../../../../src/policy/rules/ec2/instance-profile';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { instance, template } from './resources';

describeRule(INSTANCE_PROFILE, {
  pass: {
    'a template names one by ARN': template({ iam_instance_profile: { arn: '${aws_iam_instance_profile.web.arn}' } }),
    'a template names one': template({ iam_instance_profile: [{ name: 'web' }] }),
    'an instance names one': instance({ iam_instance_profile: 'web' }),
  },
  fail: {
    'a template names none': template({ instance_type: 't4g.small' }),
    'nor an instance': instance({ ami: 'ami-1' }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: {
    'aws_launch_template.web.iam_instance_profile': [undefined],
    'aws_launch_template.web.iam_instance_profile.arn': [undefined],
  },
});

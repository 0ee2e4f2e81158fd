import { NO_PUBLIC_ADDRESS } from '../../../../src/policy/rules/ec2/no-public-address';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { instance, template } from './resources';

const card = (...answers: readonly unknown[]): Resources =>
  template({ network_interfaces: answers.map((answer) => ({ associate_public_ip_address: answer })) });

describeRule(NO_PUBLIC_ADDRESS, {
  pass: {
    'it is false': card('false'),
    'the subnet decides': template({ instance_type: 't4g.small' }),
    'an instance says so': instance({ associate_public_ip_address: false }),
  },
  fail: {
    'one of two interfaces has one': {
      resources: card('false', 'true'),
      finds: ['aws_launch_template.web#network_interfaces[1].associate_public_ip_address'],
    },
    'an instance has one': instance({ associate_public_ip_address: true }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': card('${var.public}') },
  guards: { 'aws_launch_template.web.network_interfaces.0.associate_public_ip_address': [true, 'true'] },
});

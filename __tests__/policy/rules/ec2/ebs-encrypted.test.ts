import { EBS_ENCRYPTED } from '../../../../src/policy/rules/ec2/ebs-encrypted';
import { describeRule, type Resources } from '../../support/describe-rule';

const template = (...devices: readonly object[]): Resources => ({
  aws_launch_template: { web: { block_device_mappings: devices } },
});

describeRule(EBS_ENCRYPTED, {
  pass: {
    'every device of a template says so': template(
      { device_name: '/dev/xvda', ebs: { encrypted: 'true' } },
      { device_name: '/dev/b', virtual_name: 'ephemeral0' },
    ),
    'a volume says so': { aws_ebs_volume: { data: { encrypted: true } } },
  },
  fail: {
    'one of two devices is plain': {
      resources: template(
        { device_name: '/dev/a', ebs: { encrypted: true } },
        { device_name: '/dev/b', ebs: { volume_size: 8 } },
      ),
      finds: ['aws_launch_template.web#block_device_mappings[1].ebs.encrypted'],
    },
    'the template names no device': { aws_launch_template: { web: { instance_type: 't4g.small' } } },
    'a volume says nothing': { aws_ebs_volume: { data: { size: 8 } } },
  },
  notApplicable: { 'a device without a volume': template({ device_name: '/dev/b', no_device: 'true' }) },
  unknown: { 'a variable decides': { aws_ebs_volume: { data: { encrypted: '${var.encrypted}' } } } },
  guards: { 'aws_launch_template.web.block_device_mappings.0.ebs.encrypted': [false, 'false', undefined] },
});

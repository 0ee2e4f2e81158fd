import { EBS_CUSTOMER_KEY } from '../../../../src/policy/rules/ec2/ebs-customer-key';
import { describeRule } from '../../support/describe-rule';
import { template } from './resources';

const KEY = '${aws_kms_key.data.arn}';

describeRule(EBS_CUSTOMER_KEY, {
  pass: {
    'every volume of a template has one': template({
      block_device_mappings: [{ ebs: { kms_key_id: KEY, volume_size: 8 } }],
    }),
    'a volume has one': { aws_ebs_volume: { data: { kms_key_id: KEY } } },
  },
  fail: {
    'one of two volumes has none': {
      resources: template({ block_device_mappings: [{ ebs: { kms_key_id: KEY } }, { ebs: { volume_size: 8 } }] }),
      finds: ['aws_launch_template.web#block_device_mappings[1].ebs.kms_key_id'],
    },
    'a volume has none': { aws_ebs_volume: { data: { size: 8 } } },
  },
  notApplicable: { 'a device without a volume': template({ block_device_mappings: [{ no_device: 'true' }] }) },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_launch_template.web.block_device_mappings.0.ebs.kms_key_id': [undefined] },
});

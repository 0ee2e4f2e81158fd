import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { INSTANCE_TYPES } from './templates';

export const DETAILED_MONITORING = defineRule({
  id: 'WPHA-EC2-008',
  title: 'instances report every minute',
  severity: 'low',
  pack: 'production',
  appliesTo: INSTANCE_TYPES,
  rows: ['EC2-008'],
  maps: { cdkNag: ['AwsSolutions-EC28'] },
  why: 'With figures every five minutes the fleet grows five minutes after the rush began.',
  fix: "Set 'enabled' in 'monitoring' of a launch template, or 'monitoring' of an instance; seven metrics an instance are billed.",
  check: (instance) => expectTrue(instance, instance.type === 'aws_instance' ? 'monitoring' : 'monitoring.enabled'),
});

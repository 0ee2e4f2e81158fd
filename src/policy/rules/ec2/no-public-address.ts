import { expectFalse } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { pass } from '../../rule/verdict';
import { INSTANCE_TYPES } from './templates';

export const NO_PUBLIC_ADDRESS = defineRule({
  id: 'WPHA-EC2-003',
  title: 'instances have no public address',
  severity: 'high',
  pack: 'baseline',
  appliesTo: INSTANCE_TYPES,
  rows: ['EC2-003'],
  maps: { checkov: ['CKV_AWS_88'], fsbp: ['EC2.25'] },
  why: 'A public address leaves one security group between the internet and whatever listens on the instance.',
  fix: "Set 'associate_public_ip_address' to false; a load balancer is the way in, a NAT gateway the way out.",
  check: (instance) => {
    const settings = instance.type === 'aws_instance' ? [instance] : instance.blocks('network_interfaces');
    // where nobody says anything the subnet decides, which a rule of its own judges
    const verdicts = settings.map((each) => expectFalse(each, 'associate_public_ip_address'));
    return verdicts.length === 0 ? pass() : verdicts;
  },
});

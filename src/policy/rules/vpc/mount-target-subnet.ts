import { defineRule } from '../../rule/rule';
import { expectFalse } from '../../rule/expect';
import { subnetsOf } from '../../rule/subnets';
import { unknown } from '../../rule/verdict';

export const MOUNT_TARGET_SUBNET = defineRule({
  id: 'WPHA-VPC-009',
  title: 'mount targets lie in subnets without public addresses',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_efs_mount_target'],
  rows: ['VPC-009'],
  maps: { fsbp: ['EFS.6'] },
  why: 'A subnet that gives out public addresses is reachable from the internet, and uploads do not belong there.',
  fix: "Put the mount target in a subnet whose 'map_public_ip_on_launch' is false.",
  check: (target, graph) => {
    const { subnets, complete } = subnetsOf(target.get('subnet_id'), graph);
    if (!complete) return unknown([target, 'subnet_id'], "the subnet of 'subnet_id' is not known here");
    return subnets.map((subnet) =>
      expectFalse(subnet, 'map_public_ip_on_launch', {
        unset: subnet.type === 'aws_default_subnet' ? 'fail' : 'pass',
        message: `${subnet.address} gives out public addresses`,
        part: 'subnet_id',
      }),
    );
  },
});

import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';

export const TARGET_GROUP_TYPES: readonly string[] = ['aws_lb_target_group', 'aws_alb_target_group'];

export const ENCRYPTED_TARGETS = defineRule({
  id: 'WPHA-ELB-011',
  title: 'load balancers talk to targets over TLS',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: TARGET_GROUP_TYPES,
  rows: ['ELB-011'],
  maps: { checkov: ['CKV_AWS_378'] },
  why: 'Behind the load balancer requests are as secret as before it, and the network there is shared too.',
  fix: "Set 'protocol' to HTTPS and give the targets a certificate, which may be one that they made themselves.",
  check: (group) => {
    const protocol = group.get('protocol');
    if (protocol.isUnset) return notApplicable();
    if (protocol.isUnclear) return unknown([group, 'protocol']);
    return protocol.is('HTTP') ? fail([group, 'protocol'], 'requests go to the targets over plain HTTP') : pass();
  },
});

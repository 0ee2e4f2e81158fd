import type { Resources } from '../../support/configuration';

/** A rule of a security group for what comes in: from 10.0.0.0/8 on 443 unless told otherwise. */
export function ingress(settings: object): Resources {
  const rule = { security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 443, to_port: 443, cidr_ipv4: '10.0.0.0/8' };
  return { aws_vpc_security_group_ingress_rule: { in: { ...rule, ...settings } } };
}

/** The same inside a group. */
export function inlineIngress(settings: object): Resources {
  const rule = { protocol: 'tcp', from_port: 443, to_port: 443, cidr_blocks: ['10.0.0.0/8'] };
  return { aws_security_group: { web: { ingress: [{ ...rule, ...settings }] } } };
}

export const WORLD = '0.0.0.0/0';

/** Ports from one number to another, or one. */
export function ports(from: number, to = from): { from_port: number; to_port: number } {
  return { from_port: from, to_port: to };
}

/** A network ACL with these entries for what comes in: TCP from the world allowed in the order given, unless told otherwise. */
export function acl(...entries: readonly object[]): Resources {
  const ingress = entries.map((entry, index) => ({
    rule_no: 100 + index,
    action: 'allow',
    protocol: 'tcp',
    cidr_block: WORLD,
    ...entry,
  }));
  return { aws_network_acl: { public: { vpc_id: 'vpc-1', ingress } } };
}

/** One entry of a network ACL that is a resource of its own. */
export function aclRule(name: string, settings: object): Resources[string] {
  const rule = { network_acl_id: '${aws_network_acl.public.id}', egress: false, protocol: '6', cidr_block: WORLD };
  return { [name]: { ...rule, ...settings } };
}

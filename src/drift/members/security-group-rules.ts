import type { Collection, CollectionMember, ManagedMembers } from './collection';
import type { JsonObject } from '../../terraform/json';
import { objectsIn, stringsIn } from '../compare/json';
import { protocolName } from '../compare/protocol';

/** Rules of security groups in one direction, compared source by source because AWS merges sources of like rules. */
export function securityGroupRules(direction: 'ingress' | 'egress'): Collection {
  return {
    parentTypes: ['aws_security_group', 'aws_default_security_group'],
    attribute: direction,
    noun: `${direction} rule`,
    memberType: `aws_vpc_security_group_${direction}_rule`,
    parentId: ({ id }) => id,
    live: (group) => objectsIn(group[direction]).flatMap((rule) => atoms(rule, String(group['id']), direction)),
    managedBy: {
      [`aws_vpc_security_group_${direction}_rule`]: (rule) => ({
        parentId: rule['security_group_id'],
        keys: peersOfRule(rule).map((peer) => atom(rule['ip_protocol'], rule, peer, direction).key),
      }),
      aws_security_group_rule: (rule) => managedByOldRule(rule, direction),
    },
  };
}

function managedByOldRule(rule: JsonObject, direction: string): ManagedMembers {
  const group = rule['security_group_id'];
  if (rule['type'] !== direction) return { parentId: undefined, keys: [] };
  const peer = rule['source_security_group_id'];
  const merged = { ...rule, security_groups: typeof peer === 'string' ? [peer] : [] };
  return { parentId: group, keys: atoms(merged, String(group), direction).map(({ key }) => key) };
}

function peersOfRule(rule: JsonObject): readonly string[] {
  return stringsIn([
    rule['cidr_ipv4'],
    rule['cidr_ipv6'],
    rule['prefix_list_id'],
    rule['referenced_security_group_id'],
  ]);
}

function atoms(rule: JsonObject, groupId: string, direction: string): readonly CollectionMember[] {
  const peers = [
    ...['cidr_blocks', 'ipv6_cidr_blocks', 'prefix_list_ids', 'security_groups'].flatMap((list) =>
      stringsIn(rule[list]),
    ),
    ...(rule['self'] === true ? [groupId] : []),
  ];
  return peers.map((peer) => atom(rule['protocol'], rule, peer, direction, groupId));
}

function atom(protocolGiven: unknown, rule: JsonObject, peer: string, direction: string, group = ''): CollectionMember {
  const protocol = protocolName(String(protocolGiven));
  const from = portOf(rule['from_port']);
  const to = portOf(rule['to_port']);
  const ports = protocol === '-1' ? '' : from === to ? ` ${from}` : ` ${from}-${to}`;
  // a group of another account is written account/group in one place and group in the other
  const source = peer.replace(/^\d{12}\/(?=sg-)/, '');
  const label = `${protocol === '-1' ? 'all traffic' : `${protocol}${ports}`} ${direction === 'ingress' ? 'from' : 'to'} ${source}`;
  const range = protocol === '-1' ? {} : { from_port: Number(from), to_port: Number(to) };
  const values = { security_group_id: group, ip_protocol: protocol, ...range, [attributeOf(source)]: source };
  return { key: `${protocol}${ports} ${source}`, label, values };
}

/** Attribute of a single rule that holds a source of this kind. */
function attributeOf(source: string): string {
  if (source.startsWith('sg-')) return 'referenced_security_group_id';
  if (source.startsWith('pl-')) return 'prefix_list_id';
  return source.includes(':') ? 'cidr_ipv6' : 'cidr_ipv4';
}

function portOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '0';
}

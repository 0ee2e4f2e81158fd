import type { Collection, CollectionMember, ManagedMembers } from './collection';
import type { JsonObject } from '../terraform/json';
import { objectsIn, stringsIn } from './json';
import { protocolName } from './protocol';

/** Rules of security groups in one direction, compared source by source because AWS merges sources of like rules. */
export function securityGroupRules(direction: 'ingress' | 'egress'): Collection {
  return {
    parentTypes: ['aws_security_group', 'aws_default_security_group'],
    attribute: direction,
    noun: `${direction} rule`,
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
  return peers.map((peer) => atom(rule['protocol'], rule, peer, direction));
}

function atom(protocolGiven: unknown, rule: JsonObject, peer: string, direction: string): CollectionMember {
  const protocol = protocolName(String(protocolGiven));
  const from = portOf(rule['from_port']);
  const to = portOf(rule['to_port']);
  const ports = protocol === '-1' ? '' : from === to ? ` ${from}` : ` ${from}-${to}`;
  // a group of another account is written account/group in one place and group in the other
  const source = peer.replace(/^\d{12}\/(?=sg-)/, '');
  const label = `${protocol === '-1' ? 'all traffic' : `${protocol}${ports}`} ${direction === 'ingress' ? 'from' : 'to'} ${source}`;
  return { key: `${protocol}${ports} ${source}`, label };
}

function portOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '0';
}

import type { Readable } from '../../model/block';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import type { AddressRange } from '../../rule/group-rules';

const ACLS = ['aws_network_acl', 'aws_default_network_acl'];

/** Types that hold entries of network ACLs. */
export const ACL_TYPES: readonly string[] = [...ACLS, 'aws_network_acl_rule'];

/** One entry of a network ACL for what comes in, however it is written. */
export interface AclEntry {
  readonly settings: Readable;
  /** Entries are tried by rising number, and the first that fits decides. */
  readonly number: Value;
  readonly action: Value;
  readonly protocol: Value;
  readonly from: Value;
  readonly to: Value;
  readonly ranges: readonly AddressRange[];
}

/** The entries for what comes in that a resource itself holds. */
export function ownEntries(resource: Resource): readonly AclEntry[] {
  if (resource.type !== 'aws_network_acl_rule') {
    return resource.blocks('ingress').map((block) => entry(block, 'rule_no', 'action'));
  }
  return resource.get('egress').is(true) ? [] : [entry(resource, 'rule_number', 'rule_action')];
}

/** Every entry for what comes in of the ACL that a resource is, or belongs to. */
export function entriesBeside(resource: Resource, graph: ResourceGraph): readonly AclEntry[] {
  const acls = ACLS.includes(resource.type) ? [resource] : graph.targetsOf(resource.get('network_acl_id'));
  const known = acls.filter(({ type }) => ACLS.includes(type));
  if (known.length === 0) return ownEntries(resource);
  return known.flatMap((acl) =>
    [acl, ...graph.attached(acl, 'aws_network_acl_rule', 'network_acl_id').found].flatMap(ownEntries),
  );
}

function entry(settings: Readable, number: string, action: string): AclEntry {
  return {
    settings,
    number: settings.get(number),
    action: settings.get(action),
    protocol: settings.get('protocol'),
    from: settings.get('from_port'),
    to: settings.get('to_port'),
    ranges: ['cidr_block', 'ipv6_cidr_block']
      .map((attribute) => ({ attribute, value: settings.get(attribute) }))
      .filter(({ value }) => value.isSet),
  };
}

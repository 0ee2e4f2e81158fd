import type { Collection, CollectionMember } from './collection';
import type { JsonObject } from '../../terraform/json';
import { objectsIn, stringsIn } from '../compare/json';
import { securityGroupRules } from './security-group-rules';

const ROUTE_TARGETS = [
  'gateway_id',
  'nat_gateway_id',
  'network_interface_id',
  'transit_gateway_id',
  'vpc_endpoint_id',
  'vpc_peering_connection_id',
] as const;

const ROUTES: Collection = {
  parentTypes: ['aws_route_table', 'aws_default_route_table'],
  attribute: 'route',
  noun: 'route',
  memberType: 'aws_route',
  parentId: ({ id }) => id,
  live: ({ id, route }) =>
    objectsIn(route).flatMap((entry) => {
      const destinations = {
        destination_cidr_block: entry['cidr_block'],
        destination_ipv6_cidr_block: entry['ipv6_cidr_block'],
        destination_prefix_list_id: entry['destination_prefix_list_id'],
      };
      const targets = Object.fromEntries(ROUTE_TARGETS.map((name) => [name, entry[name]]));
      const [destination] = stringsIn(Object.values(destinations));
      if (destination === undefined) return [];
      return [{ key: destination, label: destination, values: { route_table_id: id, ...destinations, ...targets } }];
    }),
  managedBy: {
    aws_route: (route) => ({
      parentId: route['route_table_id'],
      keys: stringsIn([
        route['destination_cidr_block'],
        route['destination_ipv6_cidr_block'],
        route['destination_prefix_list_id'],
      ]),
    }),
  },
};

const ATTACHED_POLICIES: Collection = {
  parentTypes: ['aws_iam_role'],
  attribute: 'managed_policy_arns',
  noun: 'attached policy',
  memberType: 'aws_iam_role_policy_attachment',
  parentId: ({ name }) => name,
  live: ({ name, managed_policy_arns }) =>
    stringsIn(managed_policy_arns).map((arn) => ({ key: arn, label: arn, values: { role: name, policy_arn: arn } })),
  managedBy: {
    aws_iam_role_policy_attachment: ({ role, policy_arn }) => ({ parentId: role, keys: stringsIn([policy_arn]) }),
    aws_iam_policy_attachment: ({ roles, policy_arn }) => ({
      parentId: stringsIn(roles)[0],
      keys: stringsIn([policy_arn]),
    }),
  },
  exclusiveBy: {
    type: 'aws_iam_role_policy_attachments_exclusive',
    attribute: 'policy_arns',
    parentId: ({ role_name }) => role_name,
  },
};

const INLINE_POLICIES: Collection = {
  parentTypes: ['aws_iam_role'],
  attribute: 'inline_policy',
  noun: 'inline policy',
  memberType: 'aws_iam_role_policy',
  parentId: ({ name }) => name,
  live: ({ name: role, inline_policy }) =>
    objectsIn(inline_policy).flatMap(({ name, policy }) =>
      stringsIn([name]).map((key) => ({ key, label: key, values: { role, name: key, policy } })),
    ),
  managedBy: { aws_iam_role_policy: ({ role, name }) => ({ parentId: role, keys: stringsIn([name]) }) },
  exclusiveBy: {
    type: 'aws_iam_role_policies_exclusive',
    attribute: 'policy_names',
    parentId: ({ role_name }) => role_name,
  },
};

const BUCKET_POLICY: Collection = {
  parentTypes: ['aws_s3_bucket'],
  attribute: 'policy',
  noun: 'bucket policy',
  memberType: 'aws_s3_bucket_policy',
  parentId: ({ id }) => id,
  live: ({ id, policy }) =>
    stringsIn([policy]).map((text) => ({
      key: 'policy',
      label: 'of the bucket',
      values: { bucket: id, policy: text },
    })),
  managedBy: { aws_s3_bucket_policy: ({ bucket }) => ({ parentId: bucket, keys: ['policy'] }) },
};

/** Every collection that is searched for members which Terraform does not manage. */
export const COLLECTIONS: readonly Collection[] = [
  securityGroupRules('ingress'),
  securityGroupRules('egress'),
  networkAclRules('ingress'),
  networkAclRules('egress'),
  ROUTES,
  ATTACHED_POLICIES,
  INLINE_POLICIES,
  BUCKET_POLICY,
];

function networkAclRules(direction: 'ingress' | 'egress'): Collection {
  return {
    parentTypes: ['aws_network_acl', 'aws_default_network_acl'],
    attribute: direction,
    noun: `${direction} rule`,
    memberType: 'aws_network_acl_rule',
    parentId: ({ id }) => id,
    live: (acl) => objectsIn(acl[direction]).map((rule) => networkAclRule(acl, rule, direction)),
    managedBy: {
      aws_network_acl_rule: (rule) => ({
        parentId: (rule['egress'] === true) === (direction === 'egress') ? rule['network_acl_id'] : undefined,
        keys: [String(rule['rule_number'])],
      }),
    },
  };
}

function networkAclRule(acl: JsonObject, rule: JsonObject, direction: 'ingress' | 'egress'): CollectionMember {
  const { cidr_block, ipv6_cidr_block, action, rule_no, protocol, from_port, to_port, icmp_type, icmp_code } = rule;
  const peer = stringsIn([cidr_block, ipv6_cidr_block])[0] ?? 'unknown';
  const number = String(rule_no);
  const egress = direction === 'egress';
  return {
    key: number,
    label: `${number} (${String(action)} ${egress ? 'to' : 'from'} ${peer})`,
    values: {
      ...{ network_acl_id: acl['id'], rule_number: rule_no, egress, protocol, rule_action: action },
      ...{ cidr_block, ipv6_cidr_block, from_port, to_port, icmp_type, icmp_code },
    },
  };
}

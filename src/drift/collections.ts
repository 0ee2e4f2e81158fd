import type { Collection, CollectionMember } from './collection';
import type { JsonObject } from '../terraform/json';
import { objectsIn, stringsIn } from './json';
import { securityGroupRules } from './security-group-rules';

/** Every collection that is searched for members which Terraform does not manage. */
export const COLLECTIONS: readonly Collection[] = [
  securityGroupRules('ingress'),
  securityGroupRules('egress'),
  networkAclRules('ingress'),
  networkAclRules('egress'),
  {
    parentTypes: ['aws_route_table', 'aws_default_route_table'],
    attribute: 'route',
    noun: 'route',
    parentId: ({ id }) => id,
    live: ({ route }) =>
      objectsIn(route).flatMap((entry) =>
        named([entry['cidr_block'], entry['ipv6_cidr_block'], entry['destination_prefix_list_id']]),
      ),
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
  },
  {
    parentTypes: ['aws_iam_role'],
    attribute: 'managed_policy_arns',
    noun: 'attached policy',
    parentId: ({ name }) => name,
    live: ({ managed_policy_arns }) => named(managed_policy_arns),
    managedBy: {
      aws_iam_role_policy_attachment: ({ role, policy_arn }) => ({ parentId: role, keys: stringsIn([policy_arn]) }),
      aws_iam_policy_attachment: ({ roles, policy_arn }) => ({
        parentId: stringsIn(roles)[0],
        keys: stringsIn([policy_arn]),
      }),
    },
  },
  {
    parentTypes: ['aws_iam_role'],
    attribute: 'inline_policy',
    noun: 'inline policy',
    parentId: ({ name }) => name,
    live: ({ inline_policy }) => objectsIn(inline_policy).flatMap(({ name }) => named([name])),
    managedBy: { aws_iam_role_policy: ({ role, name }) => ({ parentId: role, keys: stringsIn([name]) }) },
  },
  {
    parentTypes: ['aws_s3_bucket'],
    attribute: 'policy',
    noun: 'bucket policy',
    parentId: ({ id }) => id,
    live: ({ policy }) =>
      typeof policy === 'string' && policy !== '' ? [{ key: 'policy', label: 'of the bucket' }] : [],
    managedBy: { aws_s3_bucket_policy: ({ bucket }) => ({ parentId: bucket, keys: ['policy'] }) },
  },
];

function networkAclRules(direction: 'ingress' | 'egress'): Collection {
  return {
    parentTypes: ['aws_network_acl', 'aws_default_network_acl'],
    attribute: direction,
    noun: `${direction} rule`,
    parentId: ({ id }) => id,
    live: (acl) => objectsIn(acl[direction]).map((rule) => networkAclRule(rule, direction)),
    managedBy: {
      aws_network_acl_rule: (rule) => ({
        parentId: (rule['egress'] === true) === (direction === 'egress') ? rule['network_acl_id'] : undefined,
        keys: [String(rule['rule_number'])],
      }),
    },
  };
}

function networkAclRule(rule: JsonObject, direction: string): CollectionMember {
  const peer = stringsIn([rule['cidr_block'], rule['ipv6_cidr_block']])[0] ?? 'unknown';
  const verb = String(rule['action']);
  const number = String(rule['rule_no']);
  return { key: number, label: `${number} (${verb} ${direction === 'ingress' ? 'from' : 'to'} ${peer})` };
}

function named(names: unknown): readonly CollectionMember[] {
  return stringsIn(names).map((name) => ({ key: name, label: name }));
}

import type { AttributeReader } from './import-ids';
import { parseObject, type JsonObject } from '../json';

/** A data source that finds an object by what was known before its creation. */
interface Lookup {
  readonly dataSource: string;
  /** Attributes of the object that the search needs; `tags_all` is a JSON object. */
  readonly attributes: readonly string[];
  readonly search: (values: readonly string[]) => JsonObject;
  /** Attribute of the data source that is the import id. */
  readonly result: string;
}

const byArguments = (
  dataSource: string,
  attributes: readonly string[],
  result: string,
  more: JsonObject = {},
): Lookup => ({
  dataSource,
  attributes,
  search: (values) => {
    const given = attributes.map((name, index): [string, unknown] => {
      const value = values[index] ?? '';
      return name === 'tags_all' ? ['tags', parseObject(value)] : [name, value];
    });
    return { ...more, ...Object.fromEntries(given) };
  },
  result,
});

/** Types whose id AWS chooses but whose creation would fail, or cost money twice, while the first object is there. */
const LOOKUPS: Readonly<Record<string, Lookup>> = {
  aws_eip: byArguments('aws_eip', ['tags_all'], 'id'),
  aws_efs_file_system: byArguments('aws_efs_file_system', ['creation_token'], 'file_system_id'),
  aws_iam_policy: byArguments('aws_iam_policy', ['name'], 'arn'),
  aws_internet_gateway: {
    dataSource: 'aws_internet_gateway',
    attributes: ['vpc_id'],
    search: (values) => ({ filter: [{ name: 'attachment.vpc-id', values }] }),
    result: 'internet_gateway_id',
  },
  aws_launch_template: byArguments('aws_launch_template', ['name'], 'id'),
  aws_lb: byArguments('aws_lb', ['name'], 'arn'),
  aws_lb_listener: byArguments('aws_lb_listener', ['load_balancer_arn', 'port'], 'arn'),
  aws_lb_target_group: byArguments('aws_lb_target_group', ['name'], 'arn'),
  aws_nat_gateway: byArguments('aws_nat_gateway', ['subnet_id'], 'id', {
    filter: [{ name: 'state', values: ['pending', 'available'] }],
  }),
  aws_route_table: byArguments('aws_route_table', ['vpc_id', 'tags_all'], 'id'),
  aws_secretsmanager_secret: byArguments('aws_secretsmanager_secret', ['name'], 'arn'),
  aws_security_group: byArguments('aws_security_group', ['name', 'vpc_id'], 'id'),
  aws_sns_topic: byArguments('aws_sns_topic', ['name'], 'arn'),
  aws_subnet: byArguments('aws_subnet', ['vpc_id', 'cidr_block'], 'id'),
  aws_vpc: byArguments('aws_vpc', ['cidr_block', 'tags_all'], 'id'),
  aws_vpc_endpoint: byArguments('aws_vpc_endpoint', ['vpc_id', 'service_name'], 'id'),
};

/** Attributes that finding an object of this type needs. */
export function lookupAttributes(type: string): readonly string[] {
  return LOOKUPS[type]?.attributes ?? [];
}

/** The data source that finds the object, and the expression of its import id; undefined when it cannot be looked up. */
export function lookup(
  type: string,
  name: string,
  attribute: AttributeReader,
): { readonly data: JsonObject; readonly id: string } | undefined {
  const found = LOOKUPS[type];
  if (found === undefined) return undefined;
  const values = found.attributes.map(attribute).filter((value) => value !== undefined && value !== '');
  if (values.length < found.attributes.length) return undefined;
  return {
    data: { [found.dataSource]: { [name]: found.search(values as string[]) } },
    id: `\${data.${found.dataSource}.${name}.${found.result}}`,
  };
}

import { cidrContains, cidrsOverlap } from '../../../core/cidr';
import { UserError } from '../../../core/errors';
import { inOrder, type ResourceGraph } from '../../model/resource-graph';
import type { Resource } from '../../model/resource';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';

export const SUBNET_RANGES = defineRule({
  id: 'WPHA-VPC-012',
  title: 'subnets lie in the range of their VPC and share no address',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_subnet'],
  rows: ['VPC-012'],
  maps: {},
  why: 'AWS refuses such a subnet, and it does so halfway through an apply.',
  fix: 'Plan the ranges together, each a part of its own of the VPC.',
  check: (subnet, graph) => {
    const range = subnet.get('cidr_block');
    if (range.isUnset) return notApplicable();
    const [vpc] = graph.targetsOf(subnet.get('vpc_id')).filter(({ type }) => type === 'aws_vpc');
    if (vpc === undefined || range.text === undefined)
      return unknown([subnet, 'cidr_block'], 'the ranges are not known yet');
    try {
      return [inside(subnet, range.text, vpc, graph), ...overlaps(subnet, range.text, vpc, graph)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return fail([subnet, 'cidr_block'], error.message);
    }
  },
});

function inside(subnet: Resource, range: string, vpc: Resource, graph: ResourceGraph): Verdict {
  const more = graph.attached(vpc, 'aws_vpc_ipv4_cidr_block_association', 'vpc_id');
  const blocks = [vpc, ...more.found].map((each) => each.get('cidr_block'));
  const known = blocks.map(({ text }) => text).filter((text) => text !== undefined);
  if (known.some((block) => cidrContains(block, range))) return pass();
  if (known.length < blocks.length || more.unclear.length > 0) {
    return unknown([subnet, 'cidr_block'], 'the ranges of the VPC are not all known');
  }
  return fail([subnet, 'cidr_block'], `${range} lies outside the VPC, which has ${known.join(', ')}`);
}

/** Each pair is told once, of the subnet that comes later. */
function overlaps(subnet: Resource, range: string, vpc: Resource, graph: ResourceGraph): readonly Verdict[] {
  return graph
    .attached(vpc, 'aws_subnet', 'vpc_id')
    .found.filter((other) => inOrder(other, subnet) < 0)
    .flatMap((other) => {
      const { text } = other.get('cidr_block');
      if (text === undefined || !cidrsOverlap(text, range)) return [];
      return [fail([subnet, 'cidr_block'], `${range} overlaps ${text} of ${other.address}`, { part: other.address })];
    });
}

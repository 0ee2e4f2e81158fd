import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';

const RULES = ['aws_security_group_rule', 'aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule'];

export const DEFAULT_GROUP_CLOSED = defineRule({
  id: 'WPHA-VPC-002',
  title: 'the default security group lets nothing pass',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_vpc'],
  rows: ['VPC-002'],
  maps: { checkov: ['CKV2_AWS_12'], trivy: ['AVD-AWS-0173'], fsbp: ['EC2.2'], cis: ['3.0.0 5.4'] },
  why: 'Whatever is started without a group of its own lands in the default one and can talk to everything in it.',
  fix: "Add an aws_default_security_group for the VPC, with 'ingress' and 'egress' empty.",
  check: (vpc, graph) => {
    const attached = graph.attached(vpc, 'aws_default_security_group', 'vpc_id');
    if (attached.found.length > 0) return attached.found.flatMap((group) => judge(group, graph));
    return expectAttached(vpc, attached, 'no aws_default_security_group closes the default group of the VPC');
  },
});

function judge(group: Resource, graph: ResourceGraph): readonly Verdict[] {
  const inline = ['ingress', 'egress'].map((direction): Verdict => {
    const rules = group.get(direction);
    const detail = { part: `${group.address}:${direction}`, resource: group };
    if (rules.isUnset) return pass();
    const written = group.blocks(direction).some(({ node }) => node.kind === 'object');
    if (!written) return unknown([group, direction], undefined, detail);
    return fail([group, direction], `the default security group has rules for ${direction}`, detail);
  });
  const rules = RULES.flatMap((type) => graph.attached(group, type, 'security_group_id').found);
  const added = rules.map((rule) =>
    fail([rule, 'security_group_id'], 'adds a rule to the default security group', { resource: rule }),
  );
  return [...inline, ...added];
}

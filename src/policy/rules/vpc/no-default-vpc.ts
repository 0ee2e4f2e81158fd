import { defineRule } from '../../rule/rule';
import { fail } from '../../rule/verdict';

export const NO_DEFAULT_VPC = defineRule({
  id: 'WPHA-VPC-003',
  title: 'nothing is built in the default VPC',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_default_vpc'],
  rows: ['VPC-003'],
  maps: { checkov: ['CKV_AWS_148'], trivy: ['AVD-AWS-0101'] },
  why: 'Every subnet of the default VPC is public, and everything that nobody placed with care shares it.',
  fix: 'Make an aws_vpc with subnets of its own instead of aws_default_vpc.',
  check: (vpc) => fail([vpc, []], 'manages the default VPC, all of whose subnets are public', { part: 'default' }),
});

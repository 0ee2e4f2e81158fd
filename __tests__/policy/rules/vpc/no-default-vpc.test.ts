import { NO_DEFAULT_VPC } from '../../../../src/policy/rules/vpc/no-default-vpc';
import { judge } from '../../../../src/policy/evaluation/judge';
import { synthesized } from '../../support/configuration';

const DEFAULT = { resource: { aws_default_vpc: { here: { tags: {} } } } };

test('finds every default VPC that is managed', () => {
  const graph = synthesized(DEFAULT);
  const found = graph.ofType(...NO_DEFAULT_VPC.appliesTo).map((vpc) => judge(NO_DEFAULT_VPC, vpc, graph));

  expect(found.flatMap(({ findings }) => findings.map(({ key }) => key))).toEqual([
    'WPHA-VPC-003 web/aws_default_vpc.here#default',
  ]);
});

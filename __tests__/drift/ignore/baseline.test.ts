import { baselineOf } from '../../../src/drift';
import { planOf, reportOf } from '../plan-fixture';

const TERMS = { reason: 'found when we began', owner: 'web-team', expires: '2026-12-21' };
const RULE = { protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['10.0.0.0/8'] };
const PLAN = planOf(
  {
    ...{ address: 'aws_lb.Public', applied: { idle_timeout: 60, tags: {} } },
    ...{ live: { idle_timeout: 90, tags: { a: '1' } }, planned: { idle_timeout: 60, tags: {} } },
  },
  { address: 'aws_security_group.Web', applied: { id: 'sg-1', ingress: [RULE] } },
  { address: 'aws_route.Out', applied: { id: 'r' }, live: null, planned: { id: 'r' } },
  { address: 'aws_vpc.Net', applied: { a: 1 }, planned: { a: 2 } },
);

test('writes a rule for each attribute and object, and none for deletions and what is pending', () => {
  const { rules, left } = baselineOf(reportOf(PLAN).stacks, TERMS);

  expect(rules).toEqual([
    { stack: 'web', address: 'aws_security_group.Web', class: 'invisible', object: 'tcp 22 10.0.0.0/8', ...TERMS },
    { stack: 'web', address: 'aws_lb.Public', class: 'revertable', attribute: 'idle_timeout', ...TERMS },
    { stack: 'web', address: 'aws_lb.Public', class: 'revertable', attribute: 'tags.a', ...TERMS },
  ]);
  expect(left.map(({ address }) => address)).toEqual(['aws_route.Out']);
});

test('leaves nothing of what it covers to the next check', () => {
  const { rules, left } = baselineOf(reportOf(PLAN).stacks, TERMS);

  const [stack] = reportOf(PLAN, { ignore: rules, today: '2026-11-21' }).stacks;

  expect(stack?.findings.filter(({ alarming }) => alarming)).toHaveLength(left.length);
  expect(stack?.ignored).toHaveLength(3);
});

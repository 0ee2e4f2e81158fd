import type { CounterExample } from '../../../src/policy/proofs/proof';
import { REACHABILITY } from '../../../src/policy/proofs/reachability/reachability';
import { knownEnvironments } from '../../../stacks/environments';
import {
  graphOf,
  stacksOfEnvironment,
  withChanged,
  withResource,
  type StackConfigurations,
} from './support/environment-stacks';

const production = stacksOfEnvironment('production');
const provedOn = (stacks: StackConfigurations): readonly CounterExample[] =>
  REACHABILITY.prove(graphOf(stacks)).counterExamples;
const messages = (stacks: StackConfigurations): readonly string[] =>
  provedOn(stacks).map(({ message, certain }) => `${message}${certain ? '' : ' (unclear)'}`);

test.each(knownEnvironments())('%s lets pass what is allowed and nothing else', (name) => {
  const { statements, counterExamples, notes } = REACHABILITY.prove(graphOf(stacksOfEnvironment(name)));

  expect(counterExamples).toEqual([]);
  expect(notes).toEqual([]);
  expect(statements).toBeGreaterThan(1000);
});

const GROUP = (name: string): string => {
  const found = ['data', 'web'].flatMap((stack) =>
    Object.keys((production[stack]?.resource as Record<string, object>)['aws_security_group'] ?? {}),
  );
  return `\${aws_security_group.${found.find((each) => each.startsWith(name)) ?? ''}.id}`;
};
const single = (changes: object): Record<string, unknown> => ({ ip_protocol: 'tcp', ...changes });
const opened = (group: string, direction: 'ingress' | 'egress', changes: object): StackConfigurations =>
  withResource(
    production,
    { stack: /^(Fleet|LoadBalancer)/.test(group) ? 'web' : 'data', type: `aws_vpc_security_group_${direction}_rule` },
    single({ security_group_id: GROUP(group), ...changes }),
  );
const acl = (tier: string, change: (entries: Record<string, unknown>[]) => object[], direction = 'ingress') =>
  withChanged(production, { stack: 'foundation', type: 'aws_network_acl', name: new RegExp(tier) }, (body) => ({
    ...body,
    [direction]: change(body[direction] as Record<string, unknown>[]),
  }));

describe('a weakness of production', () => {
  test.each<[string, StackConfigurations, string]>([
    [
      'the load balancer on a port more',
      opened('LoadBalancer', 'ingress', { cidr_ipv4: '0.0.0.0/0', from_port: 22, to_port: 22 }),
      'nothing', // the ACL of the public tier has no entry for it
    ],
    [
      'the load balancer on a high port',
      opened('LoadBalancer', 'ingress', { cidr_ipv4: '0.0.0.0/0', from_port: 8080, to_port: 8081 }),
      'the internet can reach load balancer web/aws_lb.* by tcp 8080-8081 over IPv4, which nothing needs',
    ],
    [
      'the instances to the load balancer on every port',
      opened('Fleet', 'ingress', { cidr_ipv4: '10.30.32.0/21', from_port: 0, to_port: 65535 }),
      'nothing', // neither the group of the load balancer nor the ACL lets it out
    ],
    [
      'instances among themselves',
      withResource(
        opened('Fleet', 'ingress', { cidr_ipv4: '10.30.0.0/19', from_port: 443, to_port: 443 }),
        { stack: 'web', type: 'aws_vpc_security_group_ingress_rule' },
        single({ security_group_id: GROUP('Fleet'), cidr_ipv4: '10.30.0.0/19', from_port: 443, to_port: 443 }),
      ),
      'instance web/aws_autoscaling_group.* can reach instance web/aws_autoscaling_group.* by tcp 443 over IPv4, which nothing needs',
    ],
    [
      'instances to the internet over UDP',
      withResource(
        acl(
          'Private',
          (entries) => [...entries, { ...entries[0], rule_no: 90, protocol: '-1', cidr_block: '0.0.0.0/0' }],
          'egress',
        ),
        { stack: 'web', type: 'aws_vpc_security_group_egress_rule' },
        single({
          security_group_id: GROUP('Fleet'),
          cidr_ipv4: '0.0.0.0/0',
          ip_protocol: 'udp',
          from_port: 53,
          to_port: 53,
        }),
      ),
      'nothing', // the ACL that the NAT gateways stand behind lets only TCP out
    ],
  ])('%s', (_name, stacks, expected) => {
    expect(
      messages(stacks).map((message) => message.replace(/_[A-Z0-9]{8}|(?<=aws_\w+\.)\w+/g, '*').replace(/\*+/g, '*')),
    ).toEqual(expected === 'nothing' ? [] : expect.arrayContaining([expected]));
  });
});

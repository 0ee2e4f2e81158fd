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
  REACHABILITY.prove(graphOf(stacks), {}).counterExamples;
const messages = (stacks: StackConfigurations): readonly string[] =>
  provedOn(stacks).map(({ message, certain }) => `${message}${certain ? '' : ' (unclear)'}`);

test.each(knownEnvironments())('%s lets pass what is allowed and nothing else', (name) => {
  const { statements, counterExamples, notes } = REACHABILITY.prove(graphOf(stacksOfEnvironment(name)), {});

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
const resourceNamed = (type: string, name: RegExp): string => {
  const all = (production['foundation']?.resource as Record<string, object>)[type] ?? {};
  return `\${${type}.${Object.keys(all).find((each) => name.test(each)) ?? ''}.id}`;
};
const PRIVATE_TABLE = resourceNamed('aws_route_table', /Private-eu-west-1a/);
const aclEntry = (changes: object): Record<string, unknown> => ({
  network_acl_id: resourceNamed('aws_network_acl', /Private/),
  rule_number: 10,
  rule_action: 'allow',
  protocol: 'tcp',
  ipv6_cidr_block: '::/0',
  ...changes,
});
const acl = (tier: string, change: (entries: Record<string, unknown>[]) => object[], direction = 'ingress') =>
  withChanged(production, { stack: 'foundation', type: 'aws_network_acl', name: new RegExp(tier) }, (body) => ({
    ...body,
    [direction]: change(body[direction] as Record<string, unknown>[]),
  }));

const FOREIGN = 'which nothing needs';
const anyName = (text: string): string => text.replace(/\.[\w-]+_[0-9A-F]{8}/g, '.*');

/** Production with addresses of IPv6 in every subnet. */
const withIpv6 = ['Public', 'Private', 'Isolated'].reduce<StackConfigurations>(
  (stacks, tier) =>
    ['a', 'b', 'c'].reduce(
      (each, zone, index) =>
        withChanged(
          each,
          { stack: 'foundation', type: 'aws_subnet', name: new RegExp(`${tier}-.*1${zone}`) },
          (subnet) => ({
            ...subnet,
            ipv6_cidr_block: `2600:1f18:1:${['Public', 'Private', 'Isolated'].indexOf(tier)}${index}::/64`,
          }),
        ),
      stacks,
    ),
  production,
);

describe('a weakness of production', () => {
  test.each<[string, StackConfigurations, string | undefined]>([
    [
      'the load balancer on a port more, which the ACL of its tier stops',
      opened('LoadBalancer', 'ingress', { cidr_ipv4: '0.0.0.0/0', from_port: 22, to_port: 22 }),
      undefined,
    ],
    [
      'the load balancer on high ports',
      opened('LoadBalancer', 'ingress', { cidr_ipv4: '0.0.0.0/0', from_port: 8080, to_port: 8081 }),
      `the internet can reach load balancer web/aws_lb.* by tcp 8080-8081 over IPv4, ${FOREIGN}`,
    ],
    [
      'instances to the public tier, which the groups there do not use',
      opened('Fleet', 'ingress', { cidr_ipv4: '10.30.32.0/21', from_port: 0, to_port: 65_535 }),
      undefined,
    ],
    [
      'instances among themselves',
      opened('Fleet', 'ingress', { cidr_ipv4: '10.30.0.0/19', from_port: 443, to_port: 443 }),
      `instance web/aws_autoscaling_group.* can reach instance web/aws_autoscaling_group.* by tcp 443 over IPv4, ${FOREIGN}`,
    ],
    [
      'the files to everything in the private tier, which no group there lets out',
      opened('Files', 'ingress', { cidr_ipv4: '10.30.0.0/19', ip_protocol: '-1' }),
      undefined,
    ],
    [
      'a group whose source is not known',
      opened('LoadBalancer', 'ingress', { cidr_ipv4: '${var.office}', from_port: 8080, to_port: 8080 }),
      `the internet may reach load balancer web/aws_lb.* by tcp 8080 over IPv4, ${FOREIGN} (unclear)`,
    ],
    [
      'an ACL that does not let answers out of the isolated tier',
      acl('Isolated', (entries) => entries.map((entry) => ({ ...entry, from_port: 40_000 })), 'egress'),
      'instance web/aws_autoscaling_group.* does not reach database data/aws_db_instance.* by tcp 3306 over IPv4, which is needed for queries',
    ],
    [
      'a deny before the entry of the web servers',
      acl('Private', (entries) => [
        { action: 'deny', protocol: '-1', cidr_block: '10.30.32.0/24', rule_no: 1, from_port: 0, to_port: 0 },
        ...entries,
      ]),
      'load balancer web/aws_lb.* does not reach instance web/aws_autoscaling_group.* by tcp 80 over IPv4, which is needed for requests and health checks',
    ],
    [
      'a public tier without a way to the internet',
      withChanged(production, { stack: 'foundation', type: 'aws_route', name: /PublicToInternet/ }, () => undefined),
      'the internet does not reach load balancer web/aws_lb.* by tcp 443 over IPv4, which is needed for visitors',
    ],
    ['addresses of IPv6 that nothing is open to', withIpv6, undefined],
    [
      'instances on the internet over IPv6',
      [
        {
          type: 'aws_route',
          body: { destination_ipv6_cidr_block: '::/0', gateway_id: 'igw-0a', route_table_id: PRIVATE_TABLE },
        },
        { type: 'aws_network_acl_rule', body: aclEntry({ egress: false, from_port: 80, to_port: 80 }) },
        {
          type: 'aws_network_acl_rule',
          body: aclEntry({ egress: true, from_port: 1024, to_port: 65_535 }),
          name: 'Answers',
        },
        {
          type: 'aws_vpc_security_group_ingress_rule',
          body: single({ security_group_id: GROUP('Fleet'), cidr_ipv6: '::/0', from_port: 80, to_port: 80 }),
          stack: 'web',
        },
      ].reduce<StackConfigurations>(
        (stacks, { stack = 'foundation', type, body, name }) => withResource(stacks, { stack, type }, body, name),
        withIpv6,
      ),
      `the internet can reach instance web/aws_autoscaling_group.* by tcp 80 over IPv6, ${FOREIGN}`,
    ],
  ])('%s', (_name, stacks, expected) => {
    const found = messages(stacks).map(anyName);

    expect(expected === undefined ? found : found.includes(expected) || found).toEqual(
      expected === undefined ? [] : true,
    );
  });

  test('is shown with both ends, and with every rule that lets it pass', () => {
    const [found] = provedOn(
      opened('LoadBalancer', 'ingress', { cidr_ipv4: '0.0.0.0/0', from_port: 8080, to_port: 8080 }),
    );

    expect(found?.evidence.map(({ at, says }) => anyName(`${at}: ${says}`))).toEqual([
      'internet: source, 1.0.0.0',
      'web/aws_lb.*: destination, 10.30.32.0 in aws_subnet.*',
      'address of the destination: lets it pass: whether it is public',
      'route of aws_subnet.*: lets it pass: aws_route.*',
      'network ACL of aws_subnet.*, ingress: lets it pass: entry 200 of aws_network_acl.*',
      'security group of the destination, ingress: lets it pass: aws_vpc_security_group_ingress_rule.Added',
    ]);
  });
});

import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'network.cidrBlock' must be IPv4 in CIDR notation, got "10.10.0.0"; write it like '10.10.0.0/16'`,
    { 'network/cidrBlock': '10.10.0.0' },
  ],
  [
    `'network.cidrBlock' must start at the first address of the range, got "10.10.0.1/16"; write '10.10.0.0/16'`,
    { 'network/cidrBlock': '10.10.0.1/16' },
  ],
  [
    `'network.cidrBlock' must be IPv4 in CIDR notation, got "10.300.0.0/16"; write it like '10.10.0.0/16'`,
    { 'network/cidrBlock': '10.300.0.0/16' },
  ],
  [
    `'network.cidrBlock' must be IPv4 in CIDR notation, got "010.10.0.0/16"; write it like '10.10.0.0/16'`,
    { 'network/cidrBlock': '010.10.0.0/16' },
  ],
  [
    `'network.cidrBlock' must be IPv4 in CIDR notation, got "10.10.0.0/33"; write it like '10.10.0.0/16'`,
    { 'network/cidrBlock': '10.10.0.0/33' },
  ],
  [
    `'network.cidrBlock' must be /16 to /19, room for three tiers in up to eight zones, got "10.0.0.0/8"; choose a smaller range`,
    { 'network/cidrBlock': '10.0.0.0/8' },
  ],
  [
    `'network.cidrBlock' must be /16 to /19, room for three tiers in up to eight zones, got "10.10.0.0/24"; choose a larger range`,
    { 'network/cidrBlock': '10.10.0.0/24' },
  ],
  [
    `'network.cidrBlock' must lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (RFC 1918), got "52.10.0.0/16"; use a private range such as '10.10.0.0/16'`,
    { 'network/cidrBlock': '52.10.0.0/16' },
  ],
  [
    `'network.cidrBlock' must lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (RFC 1918), got "172.32.0.0/16"; use a private range such as '10.10.0.0/16'`,
    { 'network/cidrBlock': '172.32.0.0/16' },
  ],
  [
    `'network.cidrBlock' must be IPv4 in CIDR notation, got "fd00::/16"; write it like '10.10.0.0/16'`,
    { 'network/cidrBlock': 'fd00::/16' },
  ],
  [
    `'network.cidrBlock' must not overlap 'network.reservedCidrBlocks[0]' (10.10.128.0/17), got "10.10.0.0/16"; choose a range outside it`,
    { 'network/reservedCidrBlocks': ['10.10.128.0/17'] },
  ],
  [
    `'network.reservedCidrBlocks[0]' must be IPv4 in CIDR notation, got "office"; write it like '10.10.0.0/16'`,
    { 'network/reservedCidrBlocks': ['office'] },
  ],
  [
    `'network.reservedCidrBlocks[0]' must start at the first address of the range, got "192.168.7.9/24"; write '192.168.7.0/24'`,
    { 'network/reservedCidrBlocks': ['192.168.7.9/24'] },
  ],
  [
    `'network.reservedCidrBlocks[1]' must differ from 'network.reservedCidrBlocks[0]', got "192.168.7.0/24"; remove it`,
    { 'network/reservedCidrBlocks': ['192.168.7.0/24', '192.168.7.0/24'] },
  ],
  [
    `'network.interfaceEndpoints[1]' must differ from 'network.interfaceEndpoints[0]', got "ssm"; remove it`,
    { 'network/interfaceEndpoints': ['ssm', 'ssm'] },
  ],
  [
    `'network.interfaceEndpoints' must name every service when 'network.nat' is 'none', got ["ssm"]; add ec2, ssmmessages, ec2messages, secretsmanager, logs, monitoring, autoscaling, elasticfilesystem or leave the field out`,
    { 'network/nat': 'none', 'network/interfaceEndpoints': ['ssm'] },
  ],
];

describe('mistakes in the network', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});

/** How instances in the private tier reach the internet: not at all, through one NAT gateway, or through one a zone. */
export type NatTopology = 'none' | 'single' | 'per-zone';

/** AWS services that can get an interface endpoint in the private tier (about USD 8 a month each and zone). */
export const INTERFACE_ENDPOINT_SERVICES = [
  'ec2',
  'ssm',
  'ssmmessages',
  'ec2messages',
  'secretsmanager',
  'logs',
  'monitoring',
  'autoscaling',
  'elasticfilesystem',
] as const;

/** A service of `INTERFACE_ENDPOINT_SERVICES`. */
export type InterfaceEndpointService = (typeof INTERFACE_ENDPOINT_SERVICES)[number];

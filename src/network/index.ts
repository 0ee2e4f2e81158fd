export type { SubnetTier } from '../core/cidr';
export { INTERFACE_ENDPOINT_SERVICES, type InterfaceEndpointService } from './endpoints';
export type { FlowLogSettings } from './flow-logs';
export type { INetwork, Subnet } from './i-network';
export type { NatTopology } from './nat-gateways';
export {
  DEFAULT_DATA_PORTS,
  networkAclRules,
  WEB_PORT,
  type NetworkAclRule,
  type NetworkAclRules,
} from './network-acl-rules';
export { Network, type NetworkProps } from './network';

export type { SubnetTier } from '../core/cidr';
export { INTERFACE_ENDPOINT_SERVICES, type InterfaceEndpointService, type NatTopology } from '../core/network-choices';
export type { FlowLogSettings } from './flow-logs';
export type { INetwork, Subnet } from './i-network';
export {
  DEFAULT_DATA_PORTS,
  networkAclRules,
  WEB_PORT,
  type NetworkAclRule,
  type NetworkAclRules,
} from './network-acl-rules';
export { Network, type NetworkProps } from './network';

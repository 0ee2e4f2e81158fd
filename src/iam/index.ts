export { ExclusivePolicies, type ExclusivePoliciesProps, type ExclusivePoliciesSetting } from './exclusive-policies';

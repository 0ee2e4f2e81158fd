import { messageOf, UserError } from '../../../core/errors';
import type { FoundObject, InventoryReader } from '../inventory';
import type { InventoryKindId } from '../inventory-kinds';
import type { ClientSettings } from './client-settings';

type Answer = (settings: ClientSettings, parentId: string) => Promise<readonly FoundObject[]>;

/** Each kind loads the client of its service when it is first asked. */
const ANSWERS: Readonly<Record<InventoryKindId, Answer>> = {
  listeners: async (...question) => (await import('./load-balancing.js')).listeners(...question),
  'listener-rules': async (...question) => (await import('./load-balancing.js')).listenerRules(...question),
  'mount-targets': async (...question) => (await import('./file-systems.js')).mountTargets(...question),
  'access-points': async (...question) => (await import('./file-systems.js')).accessPoints(...question),
  subscriptions: async (...question) => (await import('./topics.js')).subscriptions(...question),
  'scheduled-actions': async (...question) => (await import('./scaling.js')).scheduledActions(...question),
  'scaling-policies': async (...question) => (await import('./scaling.js')).scalingPolicies(...question),
  records: async (...question) => (await import('./records.js')).records(...question),
  'security-groups': async (...question) => (await import('./network.js')).securityGroups(...question),
  subnets: async (...question) => (await import('./network.js')).subnets(...question),
  'route-tables': async (...question) => (await import('./network.js')).routeTables(...question),
  'nat-gateways': async (...question) => (await import('./network.js')).natGateways(...question),
  'vpc-endpoints': async (...question) => (await import('./network.js')).vpcEndpoints(...question),
  instances: async (...question) => (await import('./network.js')).instances(...question),
};

/** Reads the inventory with the SDK, by describing and listing only. */
export function awsInventory(settings: ClientSettings): InventoryReader {
  return {
    async read({ kind, parentId }) {
      try {
        return await ANSWERS[kind](settings, parentId);
      } catch (error) {
        throw new UserError(
          `${kind} of '${parentId}' cannot be listed: ${messageOf(error)}; the role of the check must be allowed to read them`,
        );
      }
    },
  };
}

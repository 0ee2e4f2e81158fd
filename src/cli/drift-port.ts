import type { AlarmReader, ClientSettings, Fetch, InventoryReader, Trail } from '../drift';
import type { Machine } from '../terraform/schedule/machine';
import type { Variables } from '../terraform/process/process-environment';

/** The part of the world outside that the check for drift uses. */
export interface DriftPort {
  /** Reads what AWS has inside and beside our resources. */
  inventory(settings: ClientSettings): Promise<InventoryReader>;
  /** Reads the states of alarms. */
  alarms(settings: ClientSettings): Promise<AlarmReader>;
  /** Who called AWS when. */
  trail(variables: Variables, signal: AbortSignal): Promise<Trail>;
  readonly fetch: Fetch;
  /** What this machine has for plans. */
  machine(): Machine;
}

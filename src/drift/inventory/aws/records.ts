import {
  ListResourceRecordSetsCommand,
  Route53Client,
  type ListResourceRecordSetsResponse,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import type { FoundObject } from '../inventory';
import { recordIdOf } from '../inventory-kinds';
import type { ClientSettings } from './client-settings';

/** All but the NS and SOA records that every zone has. */
export async function records(settings: ClientSettings, zoneId: string): Promise<readonly FoundObject[]> {
  const all = await recordSets(new Route53Client(settings), zoneId);
  // records come in the order of names, the zone's own first
  const zoneName = all[0]?.Name;
  const own = all.filter(({ Name, Type }) => Name !== zoneName || (Type !== 'NS' && Type !== 'SOA'));
  return own.map((record) => {
    const { Name = '', Type = '', SetIdentifier: set = '' } = record;
    const id = recordIdOf(Name, Type, set);
    const identity = { zone_id: zoneId, name: Name, type: Type, ...(set === '' ? {} : { set_identifier: set }) };
    return { id, label: id, values: { ...identity, record_set: JSON.stringify(record) } };
  });
}

/** The SDK has no paginator for records. */
async function recordSets(client: Route53Client, zoneId: string): Promise<readonly ResourceRecordSet[]> {
  const found: ResourceRecordSet[] = [];
  let page: ListResourceRecordSetsResponse | undefined;
  do {
    const { NextRecordName: StartRecordName, NextRecordType: StartRecordType } = page ?? {};
    const start = { StartRecordName, StartRecordType, StartRecordIdentifier: page?.NextRecordIdentifier };
    page = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId: zoneId, ...start }));
    found.push(...(page?.ResourceRecordSets ?? []));
  } while (page?.IsTruncated === true);
  return found;
}

import type { Check } from '../check';
import { alertChecks } from './alerts';
import { databaseChecks } from './database';
import { domainChecks } from './domain';
import { fleetChecks } from './fleet';
import { nameChecks } from './names';
import { networkChecks } from './network';
import { placeChecks } from './place';
import { productionChecks } from './production';
import { protectionChecks } from './protection';
import { retentionChecks } from './retention';
import { scheduleChecks } from './schedules';
import { siteChecks } from './site';
import { stateChecks } from './state';
import { tagChecks } from './tags';

/** Every rule about the meaning of an environment, in the order of the fields in its file. */
export const checks: readonly Check[] = [
  ...nameChecks,
  ...placeChecks,
  ...networkChecks,
  ...siteChecks,
  ...domainChecks,
  ...fleetChecks,
  ...scheduleChecks,
  ...databaseChecks,
  ...retentionChecks,
  ...protectionChecks,
  ...alertChecks,
  ...stateChecks,
  ...tagChecks,
  ...productionChecks,
];

import { databaseParameters } from '../config/database';
import type { LabDatabase, LabModel } from '../model/lab-model';

/** What of an environment's stacks its lab does not show, each with the reason. */
export function notShown(model: LabModel): readonly string[] {
  const { database, instance } = model;
  return [
    `image ${instance.imageId} and instance type ${instance.instanceType}: Debian 13 on a kernel of this machine's architecture`,
    'CloudWatch and Systems Manager agents: packages without them stand for the agents',
    'network access lists and routes: all parts are in one network, apart by their security groups only',
    ...(database === undefined ? [] : notShownOf(database)),
  ];
}

function notShownOf(database: LabDatabase): string[] {
  const parameters = Object.entries(databaseParameters(database).notShown);
  return [
    `${database.engine}: MariaDB stands for it, with the same TLS and a standby that acknowledges every write`,
    ...parameters.map(([name, reason]) => `database parameter ${name}: ${reason}`),
  ];
}

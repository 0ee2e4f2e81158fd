import { databaseParameters } from '../config/database';
import type { LabModel } from '../model/lab-model';

/** What of an environment's stacks its lab does not show, each with the reason. */
export function notShown(model: LabModel): readonly string[] {
  const { database, instance } = model;
  const parameters = Object.entries(databaseParameters(database).notShown);
  return [
    `image ${instance.imageId} and instance type ${instance.instanceType}: Debian 13 on a kernel of this machine's architecture`,
    `${database.engine}: MariaDB stands for it, with the same TLS and a standby that acknowledges every write`,
    'CloudWatch and Systems Manager agents: packages without them stand for the agents',
    'network access lists and routes: all parts are in one network, apart by their security groups only',
    ...parameters.map(([name, reason]) => `database parameter ${name}: ${reason}`),
  ];
}

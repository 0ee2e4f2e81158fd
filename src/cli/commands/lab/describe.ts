import { join } from 'node:path';
import type { RunningLab } from '../../../lab/lab';
import { table } from '../../render/table';

/** A running lab for people. */
export function labText({ record, report }: RunningLab): string {
  const rows = report.instances.map(({ name, instanceId, address, state, health, secondsToHealthy, launchHook }) => [
    name,
    instanceId,
    address,
    state,
    health === undefined || health === 0 ? '-' : String(health),
    secondsToHealthy === undefined ? '-' : `${secondsToHealthy} s`,
    launchHook ?? '-',
    report.targets[name] ?? '-',
  ]);
  const stopped = report.services.filter(({ running }) => !running).map(({ name }) => name);
  return [
    `the lab of '${record.environment}' runs since ${record.startedAt} (process ${record.pid}, logs ${join(record.runDirectory, 'logs')})`,
    ...Object.entries(record.ports).map(([port, local]) => `port ${port} of the balancer is 127.0.0.1:${local}`),
    ...(report.faults.length === 0 ? [] : [`faults in force: ${report.faults.join(', ')}`]),
    ...(stopped.length === 0 ? [] : [`not running: ${stopped.join(', ')}`]),
    '',
    table(['instance', 'id', 'address', 'power', 'health', 'healthy after', 'launch hook', 'balancer'], rows),
  ].join('\n');
}

/** A running lab for programs, as `schemas/lab.schema.json` describes it. */
export function labDocument({ record, report }: RunningLab): object {
  return {
    running: true,
    lab: {
      pid: record.pid,
      environment: record.environment,
      startedAt: record.startedAt,
      directory: record.runDirectory,
      site: report.siteHost,
      ports: record.ports,
      database: report.database ?? null,
      services: report.services,
      faults: report.faults,
      instances: report.instances.map((instance) => ({
        name: instance.name,
        instanceId: instance.instanceId,
        address: instance.address,
        state: instance.state,
        poweredOnAt: instance.poweredOnAt ?? null,
        secondsToHealthy: instance.secondsToHealthy ?? null,
        health: instance.health ?? null,
        launchHook: instance.launchHook ?? null,
        balancer: report.targets[instance.name] ?? null,
        consoleLog: instance.consoleLog,
      })),
    },
  };
}

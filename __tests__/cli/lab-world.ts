import type { LabPort } from '../../src/cli/lab-port';
import type { InstanceStatus } from '../../src/lab/inside/nodes/instance';
import type { RunningLab } from '../../src/lab/lab';
import type { NodeFault } from '../../src/lab/faults';

const HEALTHY: InstanceStatus = {
  name: 'n1',
  instanceId: 'i-0123456789abcdef0',
  address: '10.77.0.101',
  state: 'on',
  poweredOnAt: '2026-11-21T11:00:00.000Z',
  secondsToHealthy: 34.5,
  firstSecondsToHealthy: 34.5,
  health: 200,
  launchHook: 'CONTINUE',
  consoleLog: '/lab/n1.console.log',
};

/** An instance that gave up. */
export const ABANDONED: InstanceStatus = {
  ...HEALTHY,
  name: 'n2',
  secondsToHealthy: undefined,
  firstSecondsToHealthy: undefined,
  health: 0,
  launchHook: 'ABANDON',
};

/** A lab that runs with these instances, the second of which is not in service when it gave up. */
export function runningLab(instances: readonly InstanceStatus[] = [HEALTHY]): RunningLab {
  return {
    record: {
      pid: 4711,
      identity: 'x',
      startedAt: '2026-11-21T11:00:00.000Z',
      environment: 'development',
      runDirectory: '/lab/run',
      socketDirectory: '/run/wordpress-ha/x',
      ports: { 80: 40080 },
    },
    report: {
      phase: 'running',
      problem: undefined,
      bootSeconds: 900,
      siteHost: 'www.example.com',
      instances,
      targets: Object.fromEntries(
        instances.map(({ name, launchHook }) => [name, launchHook === 'CONTINUE' ? 'UP' : 'MAINT']),
      ),
      services: [{ name: 'balancer', running: true }],
      database: '10.77.0.31',
      faults: [],
    },
  };
}

/** A lab that starts and stops at a word, and notes the faults asked of it. */
export function fakeLab(running: RunningLab | undefined = runningLab()): LabPort & { readonly asked: string[] } {
  const asked: string[] = [];
  const after = (word: string, faults: readonly NodeFault[], launched?: string) => {
    asked.push(word);
    return Promise.resolve(running === undefined ? undefined : { faults, launched });
  };
  return {
    asked,
    start: () => (running === undefined ? Promise.reject(new Error('no lab')) : Promise.resolve(running)),
    stop: () => Promise.resolve(running !== undefined),
    status: () => Promise.resolve(running),
    shell: () => Promise.resolve(running !== undefined),
    trials: () => Promise.resolve([]),
    prove: () => Promise.reject(new Error('nothing is proved in this test')),
    report: () => Promise.resolve(undefined),
    fail: (_project, fault, launch) => after(`fail ${fault}`, [fault as NodeFault], launch ? 'n3' : undefined),
    heal: (_project, fault) => after(`heal ${fault ?? 'all'}`, []),
  };
}

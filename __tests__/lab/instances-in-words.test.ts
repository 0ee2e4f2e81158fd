import type { LabStatus } from '../../src/lab/control';
import { isInService } from '../../src/lab/in-service';
import type { InstanceStatus } from '../../src/lab/inside/nodes/instance';
import { instancesInWords } from '../../src/lab/scenarios/instances-in-words';

function instance(name: string, more: Partial<InstanceStatus> = {}): InstanceStatus {
  return {
    name,
    instanceId: `i-${name}`,
    address: '10.77.0.101',
    state: 'on',
    poweredOnAt: '2026-12-01T04:35:50.378Z',
    secondsToHealthy: 30,
    firstSecondsToHealthy: 30,
    health: 200,
    launchHook: 'CONTINUE',
    consoleLog: 'console.log',
    ...more,
  };
}

function words(instances: readonly InstanceStatus[], said: () => Promise<string>): Promise<string> {
  const targets = { n1: 'UP', n2: 'DOWN', n3: 'MAINT' };
  return instancesInWords({ status: () => Promise.resolve({ instances, targets } as unknown as LabStatus), on: said });
}

test.each<readonly [string, Partial<InstanceStatus>, string, boolean]>([
  ['is up, may serve, is healthy and gets requests', {}, 'UP', true],
  ['is off, which the balancer has not noticed', { state: 'off' }, 'UP', false],
  ['has not completed its launch hook', { launchHook: undefined }, 'UP', false],
  ['has not been healthy since it was powered on', { secondsToHealthy: undefined }, 'UP', false],
  ['gets no requests', {}, 'DOWN', false],
])('an instance that %s', (_what, more, target, inService) => {
  expect(isInService({ targets: { n1: target } }, instance('n1', more))).toBe(inService);
});

test('an instance that is not in service is told with what it says itself', async () => {
  const broken = instance('n2', { secondsToHealthy: undefined, health: 502 });
  const said = () => Promise.resolve('php8.4-fpm.service\nsite [health] release r1 serves');

  expect(await words([instance('n1'), broken], said)).toBe(
    'n1 is in service. n2 answers 502, its launch hook says CONTINUE, the balancer DOWN, ' +
      'and it: php8.4-fpm.service; site [health] release r1 serves',
  );
});

test('an instance that takes no commands is told with why not', async () => {
  const booting = instance('n3', { secondsToHealthy: undefined, health: undefined, launchHook: undefined });
  const said = () => Promise.reject(new Error("instance 'n3' takes no commands yet"));

  expect(await words([booting, instance('n4', { state: 'off' }), instance('n5', { state: 'terminated' })], said)).toBe(
    "n3 does not answer, its launch hook says nothing, the balancer MAINT, and it: instance 'n3' takes no commands yet. n4 is off",
  );
});

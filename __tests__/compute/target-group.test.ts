import { TargetGroup, type TargetGroupProps } from '../../src/compute';
import { synthesize, type Attributes } from '../../src/testing';
import { FakeNetwork } from '../support/fake-network';

function targets(props: Partial<TargetGroupProps> = {}): Attributes {
  return synthesize((stack) => {
    new TargetGroup(stack, 'Targets', {
      network: new FakeNetwork(stack),
      displayName: 'wordpress-staging-web',
      healthCheckPath: '/healthz',
      deregistrationDelaySeconds: 120,
      algorithm: 'least_outstanding_requests',
      stickinessSeconds: 0,
      ...props,
    });
  }).only('aws_lb_target_group');
}

describe('TargetGroup', () => {
  test('checks every fifteen seconds that instances answer 200, and nothing but 200', () => {
    expect(targets()).toMatchObject({
      port: 80,
      protocol: 'HTTP',
      health_check: {
        path: '/healthz',
        matcher: '200',
        interval: 15,
        timeout: 5,
        healthy_threshold: 2,
        unhealthy_threshold: 3,
      },
    });
  });

  test('can be replaced while a listener holds on to it', () => {
    const { name_prefix: prefix, lifecycle } = targets();

    expect(String(prefix).length).toBeLessThanOrEqual(6);
    expect(lifecycle).toEqual({ create_before_destroy: true });
  });

  test.each(['round_robin', 'least_outstanding_requests'] as const)('chooses instances by %s', (algorithm) => {
    expect(targets({ algorithm })).toMatchObject({ load_balancing_algorithm_type: algorithm });
  });

  test('keeps nobody on one instance', () => {
    expect(targets()).toMatchObject({ stickiness: { enabled: false } });
  });

  test('keeps visitors on one instance as long as it is told', () => {
    expect(targets({ stickinessSeconds: 3600 })).toMatchObject({
      stickiness: { enabled: true, cookie_duration: 3600 },
    });
  });

  test.each(['healthz', '', '/a b', '/x?deep=1'])("fails when the path is '%s'", (healthCheckPath) => {
    expect(() => targets({ healthCheckPath })).toThrow(
      `'healthCheckPath' must be a path that starts with '/', got '${healthCheckPath}'; write it like '/healthz'`,
    );
  });

  test.each([-1, 3601, 0.5])('fails when leaving instances may finish for %d seconds', (seconds) => {
    expect(() => targets({ deregistrationDelaySeconds: seconds })).toThrow(
      `'deregistrationDelaySeconds' must be a whole number from 0 to 3600, got ${seconds}; correct it`,
    );
  });

  test.each([-1, 604_801])('fails when visitors stay for %d seconds', (stickinessSeconds) => {
    expect(() => targets({ stickinessSeconds })).toThrow(
      `'stickinessSeconds' must be a whole number from 0 (off) to 604800, got ${stickinessSeconds}; correct it`,
    );
  });
});

import { Listeners, type ListenersProps } from '../../src/compute';
import { synthesize, type Attributes, type Synthesized } from '../../src/testing';

const PROPS: ListenersProps = {
  loadBalancerArn: 'arn:balancer',
  targetGroupArn: 'arn:targets',
  tlsPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
  hostNames: [],
  maintenance: false,
};
const TLS = { certificateArn: 'arn:certificate' };
const FORWARD = [{ type: 'forward', target_group_arn: 'arn:targets' }];

function listeners(props: Partial<ListenersProps> = {}): Synthesized {
  return synthesize((stack) => new Listeners(stack, 'Listeners', { ...PROPS, ...props }));
}

function onPort(json: Synthesized, port: number): Attributes {
  const found = json.list('aws_lb_listener').find((listener) => listener['port'] === port);
  if (found === undefined) throw new Error(`nothing listens on ${port}`);
  return found;
}

describe('Listeners', () => {
  test('serve the site on 80 where there is no certificate', () => {
    expect(listeners().only('aws_lb_listener')).toMatchObject({ port: 80, protocol: 'HTTP', default_action: FORWARD });
  });

  test('serve the site on 443 with the certificate and the TLS policy', () => {
    expect(onPort(listeners(TLS), 443)).toMatchObject({
      protocol: 'HTTPS',
      certificate_arn: 'arn:certificate',
      ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
      default_action: FORWARD,
    });
  });

  test('send 80 to 443 for good where there is a certificate', () => {
    expect(onPort(listeners(TLS), 80)).toMatchObject({
      default_action: [{ type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', status_code: 'HTTP_301' } }],
    });
  });

  test('take a stricter TLS policy', () => {
    const json = listeners({ ...TLS, tlsPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06' });

    expect(onPort(json, 443)).toMatchObject({ ssl_policy: 'ELBSecurityPolicy-TLS13-1-3-2021-06' });
  });

  test.each([
    ['with TLS', TLS, 443],
    ['without TLS', {}, 80],
  ])('answer 404 to a forged Host %s', (_, tls, port) => {
    const json = listeners({ ...tls, hostNames: ['www.example.com', 'example.com'] });

    expect(onPort(json, port)).toMatchObject({
      default_action: [{ type: 'fixed-response', fixed_response: { status_code: '404' } }],
    });
    expect(json.only('aws_lb_listener_rule')).toMatchObject({
      condition: [{ host_header: { values: ['www.example.com', 'example.com'] } }],
      action: FORWARD,
    });
  });

  test('answer 503 to everybody during maintenance', () => {
    const json = listeners({ ...TLS, hostNames: ['www.example.com'], maintenance: true });

    expect(onPort(json, 443)).toMatchObject({
      default_action: [{ type: 'fixed-response', fixed_response: { status_code: '503' } }],
    });
    expect(json.count('aws_lb_listener_rule')).toBe(0);
  });

  test('fail when there are more host names than a rule takes', () => {
    const hostNames = ['a', 'b', 'c', 'd', 'e', 'f'].map((host) => `${host}.example.com`);

    expect(() => listeners({ hostNames })).toThrow(
      "'hostNames' must be at most 5, got 6; use a wildcard such as '*.example.com'\n  in test/Listeners (Listeners)",
    );
  });
});

import { LoadBalancer, SiteRecord, type LoadBalancerProps } from '../../src/compute';
import { synthesize, type Synthesized } from '../../src/testing';
import { FakeNetwork } from '../support/fake-network';
import { NAME } from './support';

type Props = Partial<LoadBalancerProps> & { readonly zones?: readonly string[] };

function balancer({ zones, ...props }: Props = {}): Synthesized {
  return synthesize((stack) => {
    const network = new FakeNetwork(stack, 'Network', zones);
    const accessLogs = { bucketName: 'logs-bucket', prefix: 'load-balancer' };
    new LoadBalancer(stack, 'LoadBalancer', { name: NAME, network, accessLogs, protect: true, ...props });
  });
}

const CERTIFICATE = { certificateArn: 'arn:certificate' };

describe('LoadBalancer', () => {
  test('faces the internet in the public subnet of every zone', () => {
    expect(balancer().only('aws_lb')).toMatchObject({
      name: 'wordpress-staging',
      load_balancer_type: 'application',
      internal: false,
      subnets: ['subnet-public-eu-west-1a', 'subnet-public-eu-west-1b'],
    });
  });

  test('logs every request', () => {
    expect(balancer().only('aws_lb')).toMatchObject({
      access_logs: { enabled: true, bucket: 'logs-bucket', prefix: 'load-balancer' },
    });
  });

  test('drops headers and requests that are not clean', () => {
    expect(balancer().only('aws_lb')).toMatchObject({
      drop_invalid_header_fields: true,
      desync_mitigation_mode: 'defensive',
      xff_header_processing_mode: 'append',
    });
  });

  test.each([true, false])('is deleted by accident or not: protect %s', (protect) => {
    expect(balancer({ protect }).only('aws_lb')).toMatchObject({ enable_deletion_protection: protect });
  });

  test('lets connections be silent for two minutes and leaving instances finish as long', () => {
    const json = balancer();

    expect(json.only('aws_lb')).toMatchObject({ idle_timeout: 120 });
    expect(json.only('aws_lb_target_group')).toMatchObject({ deregistration_delay: '120' });
  });

  test('takes another idle timeout, and the delay with it', () => {
    const json = balancer({ idleTimeoutSeconds: 300 });

    expect(json.only('aws_lb')).toMatchObject({ idle_timeout: 300 });
    expect(json.only('aws_lb_target_group')).toMatchObject({ deregistration_delay: '300' });
  });

  test('takes another delay', () => {
    expect(balancer({ deregistrationDelaySeconds: 30 }).only('aws_lb_target_group')).toMatchObject({
      deregistration_delay: '30',
    });
  });

  test('lets in 80 only where there is no certificate', () => {
    expect(balancer().list('aws_vpc_security_group_ingress_rule')).toEqual([
      expect.objectContaining({ from_port: 80, to_port: 80, cidr_ipv4: '0.0.0.0/0' }),
    ]);
  });

  test('lets in 80 and 443, and nothing out until a fleet asks for it', () => {
    const json = balancer(CERTIFICATE);

    const ports = json.list('aws_vpc_security_group_ingress_rule').map((rule) => rule['from_port']);
    expect(ports.sort()).toEqual([443, 80]);
    expect(json.count('aws_vpc_security_group_egress_rule')).toBe(0);
  });

  test('fails when the network has one zone only', () => {
    expect(() => balancer({ zones: ['eu-west-1a'] })).toThrow(
      "'network' must have public subnets in two zones at least, got 1; add a zone to 'availabilityZones'\n" +
        '  in test/LoadBalancer (LoadBalancer)',
    );
  });

  test('fails when its name is too long for ELB', () => {
    expect(() => balancer({ name: { system: 'wordpress', environment: 'x'.repeat(23) } })).toThrow(
      `'name' must give at most 32 characters, got 33 for 'wordpress-${'x'.repeat(23)}'; shorten 'system' or 'environment'`,
    );
  });

  test.each([0, 4001, 1.5])('fails when connections may be silent for %d seconds', (idleTimeoutSeconds) => {
    expect(() => balancer({ idleTimeoutSeconds })).toThrow(
      `'idleTimeoutSeconds' must be a whole number from 1 to 4000, got ${idleTimeoutSeconds}; correct it`,
    );
  });
});

describe('SiteRecord', () => {
  test('is an alias for the load balancer', () => {
    const json = synthesize((stack) => {
      const target = { dnsName: 'lb.example.amazonaws.com', zoneId: 'Z2' };
      new SiteRecord(stack, 'Record', { hostedZoneId: 'Z1', domainName: 'www.example.com', target });
    });

    expect(json.only('aws_route53_record')).toMatchObject({
      zone_id: 'Z1',
      name: 'www.example.com',
      type: 'A',
      alias: { name: 'lb.example.amazonaws.com', zone_id: 'Z2' },
    });
  });
});

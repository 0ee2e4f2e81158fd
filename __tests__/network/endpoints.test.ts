import { INTERFACE_ENDPOINT_SERVICES } from '../../src/network';
import type { Synthesized } from '../../src/testing';
import { networkJson } from './support';

const interfaces = (json: Synthesized) =>
  json.list('aws_vpc_endpoint').filter((endpoint) => endpoint['vpc_endpoint_type'] === 'Interface');

describe('endpoints', () => {
  test('route S3 around NAT in the private and isolated tiers', () => {
    const json = networkJson();
    const endpoint = json.only('aws_vpc_endpoint');
    const publicTables = Object.keys(json.resources('aws_route_table')).filter((name) => name.includes('Public'));

    expect(endpoint).toMatchObject({ service_name: 'com.amazonaws.eu-west-1.s3', vpc_endpoint_type: 'Gateway' });
    expect(endpoint['route_table_ids']).toHaveLength(3);
    expect(publicTables).toHaveLength(1);
    expect(JSON.stringify(endpoint['route_table_ids'])).not.toContain(publicTables[0]);
  });

  test('are none besides S3 unless asked for', () => {
    const json = networkJson();

    expect([interfaces(json), json.count('aws_security_group')]).toEqual([[], 0]);
  });

  test('stand in every zone of the private tier under their usual names', () => {
    const json = networkJson({ interfaceEndpoints: ['ssm'] });
    const privateSubnets = Object.keys(json.resources('aws_subnet')).filter((name) => name.includes('Private-'));

    expect(interfaces(json)).toMatchObject([
      {
        service_name: 'com.amazonaws.eu-west-1.ssm',
        private_dns_enabled: true,
        subnet_ids: privateSubnets.map((name) => `\${aws_subnet.${name}.id}`),
        security_group_ids: [`\${aws_security_group.${Object.keys(json.resources('aws_security_group'))[0]}.id}`],
      },
    ]);
  });

  test('answer HTTPS from the private tier and nothing else', () => {
    const json = networkJson({ interfaceEndpoints: ['ssm', 'logs'] });

    expect(json.only('aws_vpc_security_group_ingress_rule')).toMatchObject({
      cidr_ipv4: '10.0.0.0/19',
      from_port: 443,
      to_port: 443,
      ip_protocol: 'tcp',
    });
    expect(json.count('aws_vpc_security_group_egress_rule')).toBe(0);
  });

  test('are one a service, however often it is named', () => {
    expect(interfaces(networkJson({ interfaceEndpoints: ['ssm', 'ssm'] }))).toHaveLength(1);
  });

  test('are all there without NAT, whatever is asked for', () => {
    const json = networkJson({ nat: 'none', interfaceEndpoints: ['ssm'] });
    const services = interfaces(json).map((endpoint) => String(endpoint['service_name']).split('.').pop());

    expect(services.sort()).toEqual([...INTERFACE_ENDPOINT_SERVICES].sort());
  });
});

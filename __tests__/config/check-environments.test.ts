import { checkEnvironments, ConfigurationError, type Environment } from '../../src/config';
import { changed, type Changes } from './changed-environment';

function conflicts(first: Changes, second: Changes): string[] {
  const environments: Environment[] = [changed('development', first), changed('staging', second)];
  try {
    checkEnvironments(environments);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message.split('\n');
  }
}

describe('checkEnvironments', () => {
  it('accepts environments that share nothing but account, region and state bucket', () => {
    expect(conflicts({}, {})).toEqual([]);
  });

  it('refuses two of the same name, whose states would be one', () => {
    expect(conflicts({}, { name: 'development' })).toEqual([
      `environments: 'name' must differ from the name of every other environment, because it names the workspace that ` +
        `holds the state, got "development"; rename one of the two`,
    ]);
  });

  it('refuses networks that overlap in one account', () => {
    expect(conflicts({}, { 'network/cidrBlock': '10.10.64.0/18' })).toEqual([
      `environments: 'network.cidrBlock' must not overlap that of 'development' (10.10.0.0/16) in the same account, ` +
        `got "10.10.64.0/18"; choose a range outside it`,
    ]);
  });

  it('accepts the same network in different accounts', () => {
    expect(conflicts({}, { 'network/cidrBlock': '10.10.0.0/16', accountId: '210987654321' })).toEqual([]);
  });

  it('refuses one domain name for two sites', () => {
    const domain = { name: 'www.example.com', hostedZoneId: 'Z0123456789' };

    expect(conflicts({ domain }, { domain })).toEqual([
      `environments: 'domain.name' must differ from that of 'development', got "www.example.com"; rename one of the two`,
    ]);
  });

  it('refuses one zone made by two environments', () => {
    const domains = [
      { name: 'dev.example.com', zoneName: 'example.com' },
      { name: 'staging.example.com', zoneName: 'example.com' },
    ];

    expect(conflicts({ domain: domains[0] }, { domain: domains[1] })).toEqual([
      `environments: 'domain.zoneName' must not be made by 'development' as well, because only one zone can be delegated, ` +
        `got "example.com"; give 'domain.hostedZoneId' in one of the two`,
    ]);
  });

  it('accepts one existing zone for two environments', () => {
    const hostedZoneId = 'Z0123456789';

    expect(
      conflicts({ domain: { name: 'dev.example.com', hostedZoneId } }, { 'domain/hostedZoneId': hostedZoneId }),
    ).toEqual([]);
  });

  it('refuses one state bucket in two regions', () => {
    expect(conflicts({}, { 'state/region': 'eu-north-1' })).toEqual([
      `environments: 'state.region' must be that of 'development' (eu-west-1), which uses the same bucket, ` +
        `got "eu-north-1"; correct one of the two`,
    ]);
  });

  it('accepts different backends and different buckets in two regions', () => {
    expect(conflicts({}, { state: { type: 'cloud', organization: 'example' } })).toEqual([]);
    expect(conflicts({}, { 'state/region': 'eu-north-1', 'state/bucket': 'another-bucket' })).toEqual([]);
  });

  it('reports every conflict of every pair', () => {
    expect(conflicts({}, { name: 'development', 'network/cidrBlock': '10.10.0.0/16' })).toHaveLength(2);
  });
});

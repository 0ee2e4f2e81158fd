import fc from 'fast-check';
import { ADDRESSES, assemblyOf } from './support/assemblies';
import { balancerConfig } from '../../src/lab/config/balancer';
import { databaseConfig } from '../../src/lab/config/database';
import { dnsmasqConfig } from '../../src/lab/config/dnsmasq';
import { nftablesRules } from '../../src/lab/config/packet-filter';
import { emulatorSeed } from '../../src/lab/model/emulator-seed';
import { hasDatabase } from '../../src/lab/model/lab-model';
import { readLabModel } from '../../src/lab/model/read-lab-model';
import { arbitraryEnvironment } from '../support/arbitrary-environment';

const NEEDED = [
  'balancer > instance',
  'instance > database',
  'instance > files',
  'instance > aws',
  'internet > balancer',
];

test('every environment that passes the checks becomes a lab without a gap', () => {
  fc.assert(
    fc.property(arbitraryEnvironment, (environment) => {
      const model = readLabModel(assemblyOf(environment));
      const flows = new Set(model.packetFilters.map(({ from, to }) => `${from} > ${to}`));
      const tls = { certificate: '/c', key: '/k', authority: '/a' };
      const texts = [
        JSON.stringify({ ...model, userData: '' }),
        JSON.stringify(emulatorSeed(model)),
        nftablesRules(model, ADDRESSES),
        balancerConfig(model, ADDRESSES.nodes, ADDRESSES, { socket: '/s', certificate: '/c' }),
        dnsmasqConfig(model, ADDRESSES, { hostsFile: '/h', leaseFile: '/l', names: {} }),
        !hasDatabase(model)
          ? ''
          : databaseConfig(model, { id: 1, address: '10.77.0.31', folder: '/db', tls, standby: false }).text,
      ];

      expect([...flows]).toEqual(expect.arrayContaining(NEEDED));
      for (const text of texts) expect(text).not.toMatch(/\$\{|undefined|NaN|\[object/);
    }),
    { numRuns: 10 },
  );
}, 120_000);

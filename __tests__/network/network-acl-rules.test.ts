import fc from 'fast-check';
import { parseCidr, planSubnets, SUBNET_TIERS, type SubnetTier } from '../../src/core/cidr';
import { networkAclRules } from '../../src/network/network-acl-rules';
import { connects, type Acls, type End, type Flow } from './acl-evaluator';

const { tiers } = planSubnets('10.0.0.0/16', ['eu-west-1a']);
const acls = networkAclRules(tiers);

const places: Readonly<Record<End['tier'], readonly string[]>> = {
  internet: ['198.51.100.7', '8.8.8.8'],
  public: ['10.0.32.0', '10.0.39.255'],
  private: ['10.0.0.0', '10.0.31.255'],
  isolated: ['10.0.40.0', '10.0.47.255'],
};

/** The connections between two places on one port, from and to the first and last address of each. */
function flows(from: End['tier'], to: End['tier'], port: number, via?: SubnetTier): readonly Flow[] {
  return places[from].flatMap((source) =>
    places[to].map((target) => ({
      from: { tier: from, address: source },
      to: { tier: to, address: target },
      port,
      via,
    })),
  );
}

/** The same, from these source ports; none for packets that want no answer. */
function calling(sourcePorts: readonly number[], paths: readonly Flow[]): readonly Flow[] {
  return paths.map((flow) => ({ ...flow, sourcePorts }));
}

const ALLOWED: readonly [string, readonly Flow[]][] = [
  ['internet to load balancer on 80', flows('internet', 'public', 80)],
  ['internet to load balancer on 443', flows('internet', 'public', 443)],
  ['load balancer to web servers on 80', flows('public', 'private', 80)],
  ['load balancer to web servers from port 3389', calling([3389], flows('public', 'private', 80))],
  ['private tier to the internet on 80', flows('private', 'internet', 80, 'public')],
  ['private tier to the internet on 443', flows('private', 'internet', 443, 'public')],
  ['private tier to S3 through its gateway endpoint', flows('private', 'internet', 443)],
  ['private tier to interface endpoints', flows('private', 'private', 443)],
  ['private tier to interface endpoints from port 3389', calling([3389], flows('private', 'private', 443))],
  ['private tier to the database', flows('private', 'isolated', 3306)],
  ['private tier to the database from port 3389', calling([3389], flows('private', 'isolated', 3306))],
  ['private tier to the shared files', flows('private', 'isolated', 2049)],
];

const FORBIDDEN: readonly [string, readonly Flow[]][] = [
  ['internet to load balancer on 22', flows('internet', 'public', 22)],
  ['internet to public tier on 3389', flows('internet', 'public', 3389)],
  ['packets of the internet to private tier on 3389', calling([], flows('internet', 'private', 3389))],
  ['internet to web servers on 80', flows('internet', 'private', 80)],
  ['internet to web servers on 22', flows('internet', 'private', 22)],
  ['internet to the database', flows('internet', 'isolated', 3306)],
  ['load balancer to web servers on 22', flows('public', 'private', 22)],
  ['load balancer to web servers on 443', flows('public', 'private', 443)],
  ['public to private tier on a high port', flows('public', 'private', 8080)],
  ['public tier to the database', flows('public', 'isolated', 3306)],
  ['public tier to the shared files', flows('public', 'isolated', 2049)],
  ['public tier to the isolated tier on 443', flows('public', 'isolated', 443)],
  ['private tier to the internet on 25', flows('private', 'internet', 25, 'public')],
  ['private tier to the internet on 22', flows('private', 'internet', 22, 'public')],
  ['private tier to the internet on 8443', flows('private', 'internet', 8443, 'public')],
  ['private tier to itself on 22', flows('private', 'private', 22)],
  ['private to isolated tier on 22', flows('private', 'isolated', 22)],
  ['private to isolated tier on 6379', flows('private', 'isolated', 6379)],
  ['isolated tier to the internet', flows('isolated', 'internet', 443, 'public')],
  ['isolated tier to S3', flows('isolated', 'internet', 443)],
  ['isolated to private tier on 80', flows('isolated', 'private', 80)],
  ['isolated to public tier on 443', flows('isolated', 'public', 443)],
  ['isolated tier to itself', flows('isolated', 'isolated', 3306)],
];

const works = (rules: Acls, paths: readonly Flow[]) => paths.every((flow) => connects(rules, flow));
const blocked = (rules: Acls, paths: readonly Flow[]) => paths.every((flow) => !connects(rules, flow));

describe('networkAclRules', () => {
  test.each(ALLOWED)('lets pass: %s', (_, paths) => {
    expect(works(acls, paths)).toBe(true);
  });

  test.each(FORBIDDEN)('blocks: %s', (_, paths) => {
    expect(blocked(acls, paths)).toBe(true);
  });

  const mutants = SUBNET_TIERS.flatMap((tier) =>
    (['ingress', 'egress'] as const).flatMap((direction) =>
      acls[tier][direction].map((rule) => {
        const rest = acls[tier][direction].filter((other) => other !== rule);
        const mutant: Acls = { ...acls, [tier]: { ...acls[tier], [direction]: rest } };
        return [`${tier} ${direction} ${rule.ruleNo}`, rule.action, mutant] as const;
      }),
    ),
  );

  test.each(mutants)('needs %s', (_, action, mutant) => {
    const broken = ALLOWED.filter(([, paths]) => !works(mutant, paths));
    const opened = FORBIDDEN.filter(([, paths]) => !blocked(mutant, paths));

    expect(action === 'allow' ? broken : opened).not.toEqual([]);
  });

  test('opens the ports asked for instead of the default ones', () => {
    const cache = networkAclRules(tiers, [6379]);

    expect(works(cache, flows('private', 'isolated', 6379))).toBe(true);
    expect(blocked(cache, flows('private', 'isolated', 3306))).toBe(true);
    expect(blocked(cache, flows('public', 'isolated', 6379))).toBe(true);
  });

  test('stays within 20 entries a direction, with numbers that differ', () => {
    const ports = fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { maxLength: 10 });
    fc.assert(
      fc.property(ports, (dataPorts) => {
        for (const { ingress, egress } of Object.values(networkAclRules(tiers, dataPorts))) {
          for (const rules of [ingress, egress]) {
            expect(rules.length).toBeLessThanOrEqual(20);
            expect(new Set(rules.map((rule) => rule.ruleNo)).size).toBe(rules.length);
          }
        }
      }),
    );
  });

  test('names tiers only, so that a new zone changes no entry', () => {
    const blocks = Object.values(acls).flatMap(({ ingress, egress }) =>
      [...ingress, ...egress].map((r) => r.cidrBlock),
    );

    expect(new Set(blocks)).toEqual(new Set(['0.0.0.0/0', ...Object.values(tiers)]));
    expect(blocks.map((block) => parseCidr(block).text)).toEqual(blocks);
  });
});

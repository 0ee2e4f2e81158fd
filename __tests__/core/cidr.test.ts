import fc from 'fast-check';
import {
  cidrContains,
  cidrsOverlap,
  isPrivateCidr,
  parseCidr,
  planSubnets,
  SUBNET_TIERS,
  type SubnetPlan,
} from '../../src/core/cidr';
import { UserError } from '../../src/core/errors';

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

const zones = fc
  .subarray([...LETTERS], { minLength: 1 })
  .chain((letters) => fc.shuffledSubarray(letters, { minLength: letters.length }))
  .map((letters) => letters.map((letter) => `eu-west-1${letter}`));

const vpcs = fc
  .record({ prefixLength: fc.integer({ min: 16, max: 19 }), second: fc.integer({ min: 0, max: 255 }) })
  .chain(({ prefixLength, second }) =>
    fc
      .integer({ min: 0, max: 2 ** (prefixLength - 16) - 1 })
      .map((block) => `10.${second}.${block * 2 ** (24 - prefixLength)}.0/${prefixLength}`),
  );

const subnetsOf = (plan: SubnetPlan) =>
  SUBNET_TIERS.flatMap((tier) => plan.subnets[tier].map((subnet) => ({ ...subnet, tier })));

describe('parseCidr', () => {
  test('reads first and last address', () => {
    expect(parseCidr('10.1.0.0/16')).toEqual({
      text: '10.1.0.0/16',
      first: 0x0a010000,
      last: 0x0a01ffff,
      prefixLength: 16,
    });
  });

  test('reads the whole address space', () => {
    expect(parseCidr('0.0.0.0/0')).toMatchObject({ first: 0, last: 2 ** 32 - 1 });
  });

  test.each(['', '10.0.0.0', '10.0.0.0/33', '10.0.0/16', '256.0.0.0/8', '::/0', '10.0.0.0/16 ', '010.0.0.0/8x', 'a/8'])(
    'refuses %p',
    (text) => {
      expect(() => parseCidr(text)).toThrow(UserError);
    },
  );

  test('names the address that a range has to start at', () => {
    expect(() => parseCidr('10.0.1.0/16')).toThrow(
      new UserError("a range must start at its first address, got '10.0.1.0/16'; use '10.0.0.0/16'"),
    );
  });

  test('throws nothing but UserError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9./]{1,20}$/)), (text) => {
        try {
          parseCidr(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});

describe('relations of ranges', () => {
  test.each([
    ['10.0.0.0/16', '10.0.255.0/24', true],
    ['10.0.0.0/16', '10.1.0.0/16', false],
    ['10.0.0.0/24', '10.0.0.0/8', true],
  ])('%s overlaps %s: %p', (a, b, expected) => {
    expect([cidrsOverlap(a, b), cidrsOverlap(b, a)]).toEqual([expected, expected]);
  });

  test.each([
    ['10.0.0.0/16', '10.0.255.0/24', true],
    ['10.0.255.0/24', '10.0.0.0/16', false],
    ['10.0.0.0/16', '10.0.0.0/16', true],
    ['10.0.0.0/16', '10.1.0.0/24', false],
  ])('%s contains %s: %p', (outer, inner, expected) => {
    expect(cidrContains(outer, inner)).toBe(expected);
  });

  test.each([
    ['10.0.0.0/8', true],
    ['172.16.0.0/12', true],
    ['172.31.0.0/16', true],
    ['192.168.0.0/16', true],
    ['172.32.0.0/16', false],
    ['100.64.0.0/16', false],
    ['10.0.0.0/7', false],
    ['8.8.0.0/16', false],
  ])('%s is private: %p', (text, expected) => {
    expect(isPrivateCidr(text)).toBe(expected);
  });
});

describe('planSubnets', () => {
  test('divides a /16 as documented', () => {
    const plan = planSubnets('10.0.0.0/16', ['eu-west-1a', 'eu-west-1c']);

    expect(plan).toEqual({
      tiers: { private: '10.0.0.0/19', public: '10.0.32.0/21', isolated: '10.0.40.0/21' },
      subnets: {
        private: [
          { availabilityZone: 'eu-west-1a', cidrBlock: '10.0.0.0/22' },
          { availabilityZone: 'eu-west-1c', cidrBlock: '10.0.8.0/22' },
        ],
        public: [
          { availabilityZone: 'eu-west-1a', cidrBlock: '10.0.32.0/24' },
          { availabilityZone: 'eu-west-1c', cidrBlock: '10.0.34.0/24' },
        ],
        isolated: [
          { availabilityZone: 'eu-west-1a', cidrBlock: '10.0.40.0/24' },
          { availabilityZone: 'eu-west-1c', cidrBlock: '10.0.42.0/24' },
        ],
      },
    });
  });

  test('keeps a load balancer its /27 in the smallest VPC', () => {
    const plan = planSubnets('10.0.32.0/19', ['eu-west-1h']);

    expect(plan.subnets.public).toEqual([{ availabilityZone: 'eu-west-1h', cidrBlock: '10.0.36.224/27' }]);
  });

  test('keeps subnets apart, inside their tier, and tiers inside the VPC', () => {
    fc.assert(
      fc.property(vpcs, zones, (vpc, names) => {
        const plan = planSubnets(vpc, names);
        const subnets = subnetsOf(plan);

        for (const tier of SUBNET_TIERS) expect(cidrContains(vpc, plan.tiers[tier])).toBe(true);
        for (const { tier, cidrBlock } of subnets) expect(cidrContains(plan.tiers[tier], cidrBlock)).toBe(true);
        for (const [index, { cidrBlock }] of subnets.entries()) {
          for (const other of subnets.slice(index + 1)) expect(cidrsOverlap(cidrBlock, other.cidrBlock)).toBe(false);
        }
        expect(cidrsOverlap(plan.tiers.public, plan.tiers.private)).toBe(false);
        expect(cidrsOverlap(plan.tiers.public, plan.tiers.isolated)).toBe(false);
        expect(cidrsOverlap(plan.tiers.private, plan.tiers.isolated)).toBe(false);
      }),
    );
  });

  test("a zone's subnets depend neither on the other zones nor on their order", () => {
    fc.assert(
      fc.property(vpcs, zones, (vpc, names) => {
        const together = subnetsOf(planSubnets(vpc, names));
        const alone = names.flatMap((name) => subnetsOf(planSubnets(vpc, [name])));

        expect(new Set(together.map((each) => JSON.stringify(each)))).toEqual(
          new Set(alone.map((each) => JSON.stringify(each))),
        );
      }),
    );
  });

  test.each(['10.0.0.0/15', '10.0.0.0/20'])('refuses a VPC of %s', (cidrBlock) => {
    expect(() => planSubnets(cidrBlock, ['eu-west-1a'])).toThrow(
      new UserError(`'cidrBlock' must be /16 to /19, got '${cidrBlock}'; choose such a range`),
    );
  });

  test('fails without a zone', () => {
    expect(() => planSubnets('10.0.0.0/16', [])).toThrow(
      new UserError("'availabilityZones' must name at least one zone, got none; add one"),
    );
  });

  test.each(['eu-west-1', 'eu-west-1i', 'a', ''])('refuses the zone %p', (zone) => {
    expect(() => planSubnets('10.0.0.0/16', [zone])).toThrow(
      new UserError(
        `'availabilityZones' must end in a letter from a to h, got '${zone}'; use a name like 'eu-west-1a'`,
      ),
    );
  });

  test('refuses two zones of one letter', () => {
    expect(() => planSubnets('10.0.0.0/16', ['us-west-2a', 'us-west-2-lax-1a'])).toThrow(
      new UserError(
        "'availabilityZones' must differ in their last letter, got 'us-west-2a' and 'us-west-2-lax-1a'; remove one",
      ),
    );
  });
});

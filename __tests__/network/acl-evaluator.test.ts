import type { NetworkAclRule } from '../../src/network/network-acl-rules';
import { admits, connects, type Acls } from './acl-evaluator';

const rule = (values: Partial<NetworkAclRule>): NetworkAclRule => ({
  ruleNo: 100,
  action: 'allow',
  protocol: 'tcp',
  cidrBlock: '0.0.0.0/0',
  fromPort: 443,
  toPort: 443,
  ...values,
});

const closed = { ingress: [], egress: [] };
const returns = rule({ ruleNo: 200, fromPort: 1024, toPort: 65535 });

describe('admits', () => {
  test('drops what no rule matches', () => {
    expect(admits([], '10.0.0.1', 443)).toBe(false);
  });

  test('lets the lowest number decide, wherever it stands', () => {
    const rules = [rule({ ruleNo: 110 }), rule({ ruleNo: 100, action: 'deny' })];

    expect(admits(rules, '10.0.0.1', 443)).toBe(false);
  });

  test.each([
    ['10.0.0.1', 443, true],
    ['10.0.0.1', 444, false],
    ['10.1.0.1', 443, false],
  ])('compares address and port: %s:%d', (peer, port, expected) => {
    expect(admits([rule({ cidrBlock: '10.0.0.0/16' })], peer, port)).toBe(expected);
  });

  test('takes all protocols for every port', () => {
    expect(admits([rule({ protocol: '-1', fromPort: 0, toPort: 0 })], '10.0.0.1', 22)).toBe(true);
  });
});

describe('connects', () => {
  const flow = {
    from: { tier: 'internet', address: '198.51.100.1' },
    to: { tier: 'public', address: '10.0.32.1' },
    port: 443,
  } as const;

  test('needs the way in and the way back', () => {
    const open: Acls = { public: { ingress: [rule({})], egress: [returns] }, private: closed, isolated: closed };
    const oneWay: Acls = { ...open, public: { ingress: [rule({})], egress: [] } };

    expect([connects(open, flow), connects(oneWay, flow)]).toEqual([true, false]);
  });

  test('asks the ACL of the NAT gateway in both directions', () => {
    const nat = {
      from: { tier: 'private', address: '10.0.0.1' },
      to: { tier: 'internet', address: '198.51.100.1' },
      port: 443,
      via: 'public',
    } as const;
    const both = { ingress: [rule({}), returns], egress: [rule({}), returns] };
    const acls: Acls = { public: both, private: { ingress: [returns], egress: [rule({})] }, isolated: closed };
    const noWayBack: Acls = { ...acls, public: { ...both, egress: [rule({})] } };

    expect([connects(acls, nat), connects(noWayBack, nat)]).toEqual([true, false]);
  });

  test('needs every source port on the way back', () => {
    const narrow = rule({ ruleNo: 200, fromPort: 32768, toPort: 65535 });
    const acls: Acls = { public: { ingress: [rule({})], egress: [narrow] }, private: closed, isolated: closed };

    expect(connects(acls, flow)).toBe(false);
  });
});

import { defineRule } from '../../rule/rule';
import { expectAttached } from '../../rule/expect';
import { pass } from '../../rule/verdict';

export const ADDRESS_IN_USE = defineRule({
  id: 'WPHA-VPC-006',
  title: 'elastic addresses are in use',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_eip'],
  rows: ['VPC-006'],
  maps: { checkov: ['CKV2_AWS_19'] },
  why: 'An address that nothing uses costs money and is one more way in once somebody attaches it.',
  fix: 'Give it to a NAT gateway or an instance, or remove it.',
  check: (address, graph) => {
    if (address.get('instance').isSet || address.get('network_interface').isSet) return pass();
    const used = graph.referencesTo(address).some(({ attribute }) => /allocation_ids?$/.test(attribute));
    if (used) return pass();
    const [gateways, associations] = ['aws_nat_gateway', 'aws_eip_association'].map((type) =>
      graph.attached(address, type, 'allocation_id'),
    );
    const unclear = [...(gateways?.unclear ?? []), ...(associations?.unclear ?? [])];
    return expectAttached(address, { found: [], unclear }, 'nothing uses the address');
  },
});

import { defineRule } from '../../rule/rule';
import { INGRESS_TYPES } from '../../rule/group-rules';
import { judgeOpenPorts } from './world-ports';

export const IPV6_ADMIN_CLOSED = defineRule({
  id: 'WPHA-SG-004',
  title: 'SSH and RDP are closed to the world over IPv6 too',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: INGRESS_TYPES,
  rows: ['SG-004'],
  maps: { trivy: ['AVD-AWS-0107'], cis: ['3.0.0 5.3'], cdkNag: ['AwsSolutions-EC23'] },
  why: 'A rule for ::/0 is overlooked where everybody looks for 0.0.0.0/0, and opens the same door.',
  fix: 'Use SSM Session Manager, which needs no open port, or name the address range that you come from.',
  suppressible: false,
  check: (resource, graph) => judgeOpenPorts(resource, graph, { ports: [22, 3389], family: 'ipv6' }),
});

import { defineRule } from '../../rule/rule';
import { INGRESS_TYPES } from '../../rule/group-rules';
import { judgeOpenPorts } from './world-ports';

export const RDP_CLOSED = defineRule({
  id: 'WPHA-SG-003',
  title: 'RDP is closed to the world',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: INGRESS_TYPES,
  rows: ['SG-003'],
  maps: {
    checkov: ['CKV_AWS_25'],
    trivy: ['AVD-AWS-0107'],
    fsbp: ['EC2.19'],
    cis: ['3.0.0 5.2'],
    cdkNag: ['AwsSolutions-EC23'],
  },
  why: 'Remote desktops that the world can reach are the usual way in for ransomware.',
  fix: 'Use SSM port forwarding, which needs no open port, or name the address range that you come from.',
  suppressible: false,
  check: (resource, graph) => judgeOpenPorts(resource, graph, { ports: [3389], family: 'ipv4' }),
});

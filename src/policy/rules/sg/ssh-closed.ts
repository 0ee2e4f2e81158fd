import { defineRule } from '../../rule/rule';
import { INGRESS_TYPES } from '../../rule/group-rules';
import { judgeOpenPorts } from './world-ports';

export const SSH_CLOSED = defineRule({
  id: 'WPHA-SG-002',
  title: 'SSH is closed to the world',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: INGRESS_TYPES,
  rows: ['SG-002'],
  maps: {
    checkov: ['CKV_AWS_24'],
    trivy: ['AVD-AWS-0107'],
    fsbp: ['EC2.19'],
    cis: ['3.0.0 5.2'],
    cdkNag: ['AwsSolutions-EC23'],
  },
  why: 'An open port 22 is tried with stolen keys and passwords from the minute it opens.',
  fix: 'Use SSM Session Manager, which needs no open port, or name the address range that you come from.',
  suppressible: false,
  check: (resource, graph) => judgeOpenPorts(resource, graph, { ports: [22], family: 'ipv4' }),
});

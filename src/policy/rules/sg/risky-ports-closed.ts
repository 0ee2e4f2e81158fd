import { defineRule } from '../../rule/rule';
import { INGRESS_TYPES } from '../../rule/group-rules';
import { judgeOpenPorts } from './world-ports';

/** Ports of Security Hub's EC2.19 besides 22 and 3389, which have rules of their own. */
const SECURITY_HUB = [
  20, 21, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200,
  9300,
];

/** NFS, Redis, Memcached and MongoDB, which answer whoever asks unless told otherwise. */
const UNGUARDED = [2049, 6379, 11_211, 27_017];

export const RISKY_PORTS_CLOSED = defineRule({
  id: 'WPHA-SG-008',
  title: 'ports of databases, caches, files and mail are closed to the world',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: INGRESS_TYPES,
  rows: ['SG-008'],
  maps: { fsbp: ['EC2.19'], cdkNag: ['AwsSolutions-RDS8'] },
  why: 'What listens there was made for a trusted network, and whole ranges are scanned for it all day.',
  fix: 'Name the security group of those who need the port as its source.',
  suppressible: false,
  check: (resource, graph) => judgeOpenPorts(resource, graph, { ports: [...SECURITY_HUB, ...UNGUARDED] }),
});

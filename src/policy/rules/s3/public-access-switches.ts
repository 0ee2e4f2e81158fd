import { defineRule } from '../../rule/rule';
import { judgeSwitches } from './public-access';

export const PUBLIC_ACCESS_SWITCHES = defineRule({
  id: 'WPHA-S3-002',
  title: 'public access blocks block everything they can',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket_public_access_block'],
  rows: ['S3-002', 'S3-003', 'S3-004', 'S3-005'],
  maps: {
    checkov: ['CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55', 'CKV_AWS_56'],
    trivy: ['AVD-AWS-0086', 'AVD-AWS-0087', 'AVD-AWS-0091', 'AVD-AWS-0093'],
    fsbp: ['S3.8'],
    cis: ['3.0.0 2.1.4'],
    cdkNag: ['AwsSolutions-S2'],
  },
  why: 'A switch that is left off is the one way to the public that nobody looks at any more.',
  fix: 'Set all four switches of the block to true.',
  suppressible: false,
  check: judgeSwitches,
});

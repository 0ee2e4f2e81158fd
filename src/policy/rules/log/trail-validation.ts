import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const TRAIL_VALIDATION = defineRule({
  id: 'WPHA-LOG-010',
  title: 'trails can be proved unchanged',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_cloudtrail'],
  rows: ['LOG-010'],
  maps: {
    checkov: ['CKV_AWS_36'],
    fsbp: ['CloudTrail.4'],
    cis: ['3.0.0 3.2'],
    trivy: ['AVD-AWS-0016'],
  },
  why: 'A record that can be edited without a trace proves nothing about who edited it.',
  fix: "Set 'enable_log_file_validation' to true.",
  check: (trail) => expectTrue(trail, 'enable_log_file_validation'),
});

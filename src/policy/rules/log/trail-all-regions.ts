import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const TRAIL_ALL_REGIONS = defineRule({
  id: 'WPHA-LOG-009',
  title: 'trails record every region',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_cloudtrail'],
  rows: ['LOG-009'],
  maps: {
    checkov: ['CKV_AWS_67'],
    fsbp: ['CloudTrail.1'],
    cis: ['3.0.0 3.1'],
    trivy: ['AVD-AWS-0014'],
  },
  why: 'An intruder works in the region that nobody looks at, and who changed what by hand stays unknown there.',
  fix: "Set 'is_multi_region_trail' to true.",
  check: (trail) => expectTrue(trail, 'is_multi_region_trail'),
});

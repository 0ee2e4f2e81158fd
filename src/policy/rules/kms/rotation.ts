import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, unknown } from '../../rule/verdict';

/** Only keys that encrypt symmetrically rotate by themselves. */
const ROTATING = 'SYMMETRIC_DEFAULT';

export const KEY_ROTATION = defineRule({
  id: 'WPHA-KMS-001',
  title: 'keys rotate',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_kms_key'],
  rows: ['KMS-001'],
  maps: {
    checkov: ['CKV_AWS_7'],
    trivy: ['AVD-AWS-0065'],
    cis: ['3.0.0 3.6'],
    cdkNag: ['AwsSolutions-KMS5'],
  },
  why: 'Rotation limits how much a single key ever encrypts, and costs nothing to those who use the key.',
  fix: "Set 'enable_key_rotation' to true.",
  check: (key) => {
    const spec = key.get('customer_master_key_spec');
    if (spec.isKnown && !spec.is(ROTATING)) return notApplicable();
    return spec.isUnclear ? unknown([key, 'customer_master_key_spec']) : expectTrue(key, 'enable_key_rotation');
  },
});

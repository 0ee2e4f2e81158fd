import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const MFA_DELETE = defineRule({
  id: 'WPHA-S3-022',
  title: 'versions are deleted only with MFA',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_s3_bucket_versioning'],
  rows: ['S3-022'],
  maps: { trivy: ['AVD-AWS-0170'], cis: ['3.0.0 2.1.2'] },
  why: 'Whoever holds credentials that may delete versions can delete the only copy; a second factor stops that.',
  fix: 'Let the root user switch MFA delete on, which nobody else can, or deny s3:DeleteObjectVersion by the bucket policy.',
  check: (versioning) => {
    const path = 'versioning_configuration';
    if (versioning.get(`${path}.status`).is('Suspended', 'Disabled')) return notApplicable();
    return expectOneOf(versioning, `${path}.mfa_delete`, ['Enabled']);
  },
});

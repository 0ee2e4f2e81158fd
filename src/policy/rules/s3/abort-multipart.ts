import { defineRule } from '../../rule/rule';
import { fail, pass, unknown } from '../../rule/verdict';
import { activeRules, coversEveryObject } from './lifecycle-rules';

const DAYS = 'abort_incomplete_multipart_upload.days_after_initiation';

export const ABORT_MULTIPART = defineRule({
  id: 'WPHA-S3-015',
  title: 'uploads that nobody finished are removed',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket_lifecycle_configuration'],
  rows: ['S3-015'],
  maps: { checkov: ['CKV_AWS_300'] },
  why: 'Parts of broken uploads are billed like objects and show up in no listing.',
  fix: "Add 'abort_incomplete_multipart_upload' to an enabled rule that covers every object.",
  check: (lifecycle) => {
    const covering = activeRules(lifecycle).filter(coversEveryObject);
    const aborting = covering.filter((rule) => rule.get(DAYS).isSet);
    if (aborting.some((rule) => rule.get(DAYS).isKnown && rule.get('status').is('Enabled'))) return pass();
    return aborting.length > 0
      ? unknown([lifecycle, 'rule'], 'whether uploads are aborted is not known yet')
      : fail([lifecycle, 'rule'], 'no enabled rule for every object aborts uploads that nobody finished');
  },
});

import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { pass } from '../../rule/verdict';

export const IMDS_V2 = defineRule({
  id: 'WPHA-EC2-001',
  title: 'instances hand out credentials by IMDSv2 only',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_launch_template', 'aws_instance'],
  rows: ['EC2-001'],
  maps: {
    checkov: ['CKV_AWS_79'],
    trivy: ['AVD-AWS-0130'],
    fsbp: ['EC2.170', 'AutoScaling.3'],
    cis: ['3.0.0 5.6'],
  },
  why: 'With IMDSv1 a plugin that fetches any URL for a visitor hands out the credentials of the instance.',
  fix: "Set 'http_tokens' to required in 'metadata_options'.",
  check: (instance) => {
    if (instance.get('metadata_options.http_endpoint').is('disabled')) return pass();
    return expectOneOf(instance, 'metadata_options.http_tokens', ['required']);
  },
});

import { HOP_LIMIT } from '../../../../src/policy/rules/ec2/hop-limit';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { instance, template } from './resources';

const hops = (limit: unknown): Resources => template({ metadata_options: { http_put_response_hop_limit: limit } });

describeRule(HOP_LIMIT, {
  pass: { 'one hop': hops(1), 'the service is off': instance({ metadata_options: { http_endpoint: 'disabled' } }) },
  fail: { 'two hops': hops(2), 'nothing is said, so the image decides': template({ instance_type: 't4g.small' }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': hops('${var.hops}') },
  guards: { 'aws_launch_template.web.metadata_options.http_put_response_hop_limit': [2, 64, undefined] },
});

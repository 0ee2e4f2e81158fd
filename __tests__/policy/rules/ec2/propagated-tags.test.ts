import { PROPAGATED_TAGS } from '../../../../src/policy/rules/ec2/propagated-tags';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { group } from './resources';

const tags = (...propagated: readonly unknown[]): Resources =>
  group({ tag: propagated.map((each, index) => ({ key: `k${index}`, value: 'v', propagate_at_launch: each })) });

describeRule(PROPAGATED_TAGS, {
  pass: { 'a tag is': tags(true), 'one of two is': tags(false, true) },
  fail: { 'none is': tags(false), 'there is none': group({}) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': tags('${var.propagate}') },
  guards: {
    'aws_autoscaling_group.web.tag.0.propagate_at_launch': [false],
    'aws_autoscaling_group.web.tag': [undefined],
  },
});

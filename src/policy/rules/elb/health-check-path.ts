import { expectSet, expectTrue, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';
import { TARGET_GROUP_TYPES } from './encrypted-targets';

export const HEALTH_CHECK_PATH = defineRule({
  id: 'WPHA-ELB-012',
  title: 'target groups ask the application whether it is well',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: TARGET_GROUP_TYPES,
  rows: ['ELB-012'],
  maps: { checkov: ['CKV_AWS_261'] },
  why: 'The check that AWS does by itself asks for the front page, which is cached, slow or both.',
  fix: "Add 'health_check' with the 'path' of a page that answers 200 exactly when the instance can serve.",
  check: (group) => {
    const protocol = group.get('protocol');
    if (protocol.isUnset || (protocol.isKnown && !protocol.is('HTTP', 'HTTPS'))) return notApplicable();
    return firstOf(
      () => expectSet(group, 'health_check.path'),
      () => expectTrue(group, 'health_check.enabled', { unset: 'pass' }),
    );
  },
});

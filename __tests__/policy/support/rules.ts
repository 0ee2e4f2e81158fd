import { defineRule, type Rule } from '../../../src/policy/rule/rule';
import { expectTrue } from '../../../src/policy/rule/expect';
import type { Selection } from '../../../src/policy/pack';

/** A rule for tests of the engine: `good` of an `aws_x` must be true. */
export function ruleOf(changes: Partial<Rule> = {}): Rule {
  return defineRule({
    id: 'WPHA-TEST-001',
    title: 'things are good',
    severity: 'high',
    pack: 'baseline',
    appliesTo: ['aws_x'],
    rows: [],
    maps: { checkov: ['CKV_X_1'], cis: ['3.0.0 1.1'] },
    why: 'Bad things are bad.',
    fix: "Set 'good' to true.",
    check: (resource) => expectTrue(resource, 'good'),
    ...changes,
  });
}

/** Rules to check, with the threshold of the baseline. */
export function selectionOf(...rules: readonly Rule[]): Selection {
  return { packs: ['baseline'], rules, threshold: 'medium' };
}

export const TODAY = '2026-11-21';

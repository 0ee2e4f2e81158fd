import { evaluate } from '../../../src/policy/evaluation/evaluate';
import type { Report } from '../../../src/policy/evaluation/finding';
import { readPolicyFile } from '../../../src/policy/suppression/read-suppressions';
import { synthesized } from '../support/configuration';
import { ruleOf, selectionOf, TODAY } from '../support/rules';

/** A report with a pass, a failure, something below the threshold, something unknown, accepted, broken and unused. */
export function reportOfEverything(): Report {
  const made = { '//': { metadata: { path: 'web/B' } } };
  const resource = {
    aws_x: { a: { good: true }, b: { good: false, ...made }, c: { good: '${var.good}' }, d: { good: false } },
    aws_y: { 'odd<&"name>|': { good: false } },
  };
  const accepted = { reason: 'a demo | <b>for a day</b>', owner: 'web-team', expires: '2027-05-31' };
  const suppressions = readPolicyFile(
    {
      suppressions: [
        { rule: 'WPHA-TEST-001', address: 'aws_x.d', ...accepted },
        { rule: 'WPHA-TEST-001', address: 'aws_x.nothing', ...accepted },
      ],
    },
    'policy.json',
  );
  const broken = ruleOf({
    id: 'WPHA-TEST-003',
    appliesTo: ['aws_y'],
    check: () => {
      throw new Error('broken');
    },
  });
  const mild = ruleOf({ id: 'WPHA-TEST-002', severity: 'low', appliesTo: ['aws_y'] });
  return evaluate(synthesized({ resource }), selectionOf(ruleOf(), mild, broken), { today: TODAY, suppressions });
}

import type { Findings, Proof } from '../../../src/policy/proofs/proof';
import { proofExitCode, prove } from '../../../src/policy/proofs/prove';
import { synthesized } from '../support/configuration';

const proofOf = (findings: () => Findings): Proof => ({
  name: 'p',
  title: 't',
  why: 'w',
  fix: 'f',
  pack: 'baseline',
  prove: findings,
});
const example = (certain: boolean, key = 'k') => ({ key, message: 'm', certain, evidence: [] });

test.each<[string, () => Findings, string, number]>([
  ['holds', () => ({ statements: 2, counterExamples: [] }), 'proved', 0],
  ['has a counter-example', () => ({ statements: 2, counterExamples: [example(true), example(false)] }), 'refuted', 2],
  ['may have one', () => ({ statements: 2, counterExamples: [example(false)] }), 'unclear', 2],
  ['could not look at something', () => ({ statements: 2, counterExamples: [], notes: ['n'] }), 'unclear', 2],
  ['has nothing to decide', () => ({ statements: 0, counterExamples: [] }), 'not applicable', 0],
  [
    'throws',
    () => {
      throw new Error('broken');
    },
    'unclear',
    2,
  ],
])('a proof that %s', (_name, findings, outcome, exitCode) => {
  const results = prove(synthesized({}), [proofOf(findings)]);

  expect(results.map((result) => result.outcome)).toEqual([outcome]);
  expect(proofExitCode(results)).toBe(exitCode);
});

test('shows counter-examples in an order that never changes', () => {
  const examples = [example(true, 'b'), example(true, 'a')];
  const [result] = prove(synthesized({}), [proofOf(() => ({ statements: 1, counterExamples: examples }))]);

  expect(result?.counterExamples.map(({ key }) => key)).toEqual(['a', 'b']);
});

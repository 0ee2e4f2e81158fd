import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../../src/policy/rule/rule';
import type { RuleCases } from './describe-rule';

/** What the test of a rule says it guards. */
export interface Guarded {
  readonly rule: Rule;
  readonly guards: RuleCases['guards'];
}

const RULES = join(__dirname, '../rules');

/** The guards of every rule, read from the rules' own tests without running them. */
export function collectedGuards(): readonly Guarded[] {
  const collected: Guarded[] = [];
  jest.doMock('./describe-rule', () => ({
    ...jest.requireActual<object>('./describe-rule'),
    describeRule: (rule: Rule, { guards }: RuleCases) => collected.push({ rule, guards }),
  }));
  withoutTests(() => {
    const files = readdirSync(RULES, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /^[^/\\]+[/\\].*\.test\.ts$/.test(name)).toSorted()) {
      jest.requireActual(join(RULES, file));
    }
  });
  jest.dontMock('./describe-rule');
  return collected;
}

/** Some of the files have further tests, which are not meant here. */
function withoutTests(load: () => void): void {
  const { test } = globalThis;
  const nothing = (): void => undefined;
  globalThis.test = Object.assign(nothing, { each: () => nothing }) as unknown as typeof test;
  try {
    load();
  } finally {
    globalThis.test = test;
  }
}

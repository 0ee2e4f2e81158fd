import { evaluate } from '../../src/policy/evaluation/evaluate';
import type { Finding, Report } from '../../src/policy/evaluation/finding';
import { SUPPRESSION_RULES } from '../../src/policy/evaluation/suppression-rules';
import { loadPlans } from '../../src/policy/model/plan/load-plans';
import type { ResourceGraph } from '../../src/policy/model/resource-graph';
import { loadAssembly } from '../../src/policy/model/synthesis/load-assembly';
import { selectRules } from '../../src/policy/pack';
import { RULES } from '../../src/policy/rules';
import { checkRuleIds, suppressionsIn } from '../../src/policy/suppression/read-suppressions';
import { terraformJson } from '../../src/testing';
import { soundEnvironments } from '../../stacks/environments';
import { stacksOf } from '../stacks/support';
import { stackOf } from './support/configuration';
import { planOfConfiguration } from './support/plan-of-configuration';
import { TODAY } from './support/rules';

const told = ({ key, message }: Finding): string => `${key}: ${message}`;

describe.each(soundEnvironments().map((environment) => [environment.name, environment] as const))(
  '%s',
  (_name, environment) => {
    const stacks = stacksOf(environment).map((stack) => stackOf(terraformJson(stack), stack.node.id));
    const synthesized = loadAssembly({ stacks });
    const planned = loadPlans(
      stacks.map(({ name, configuration }) => ({ stack: name, json: planOfConfiguration(configuration) })),
      synthesized,
    );
    const packs = [environment.stage === 'production' ? 'production' : 'baseline', 'wordpress'];
    const check = (graph: ResourceGraph, more: object = {}): Report =>
      evaluate(graph, selectRules(RULES, packs), { today: TODAY, ...more });
    const report = check(synthesized);

    test('has no finding at or above the threshold of its packs', () => {
      expect(report.findings.filter(({ alarming }) => alarming).map(told)).toEqual([]);
    });

    test('leaves nothing that cannot be told', () => {
      expect(report.findings.filter(({ kind }) => kind !== 'fail').map(told)).toEqual([]);
    });

    test('suppresses only what is found, by rules that exist, for a year at most', () => {
      const own = SUPPRESSION_RULES.map(({ id }) => id);

      expect(report.findings.filter(({ rule }) => own.includes(rule.id)).map(told)).toEqual([]);
      expect(() => checkRuleIds(suppressionsIn(synthesized), RULES)).not.toThrow();
    });

    test('follows every reference between its stacks to a resource', () => {
      const dangling = synthesized.resources
        .flatMap((resource) => resource.get([]).targets)
        .filter((target) => synthesized.find(target) === undefined);
      expect(dangling).toEqual([]);
    });

    test('comes to the same findings on its first plan', () => {
      const keys = ({ findings }: Report): readonly string[] => findings.map(({ key }) => key);
      expect(keys(check(planned, { synthesized }))).toEqual(keys(report));
    });
  },
);

import { evaluate } from '../../src/policy/evaluation/evaluate';
import type { Report } from '../../src/policy/evaluation/finding';
import { loadPlans } from '../../src/policy/model/plan/load-plans';
import type { ResourceGraph } from '../../src/policy/model/resource-graph';
import { loadAssembly } from '../../src/policy/model/synthesis/load-assembly';
import { selectRules } from '../../src/policy/pack';
import { RULES } from '../../src/policy/rules';
import { soundEnvironments } from '../../stacks/environments';
import { STACKS, synthesizeEnvironment } from '../stacks/support';
import { stackOf } from './support/configuration';
import { planOfConfiguration } from './support/plan-of-configuration';
import { TODAY } from './support/rules';

describe.each(soundEnvironments().map((environment) => [environment.name, environment] as const))(
  '%s',
  (_name, environment) => {
    const stacks = synthesizeEnvironment(environment);
    const synthesized = loadAssembly({ stacks: STACKS.map((name) => stackOf(stacks[name].json, name)) });
    const planned = loadPlans(STACKS.map((stack) => ({ stack, json: planOfConfiguration(stacks[stack].json) })));
    const packs = [environment.stage === 'production' ? 'production' : 'baseline', 'wordpress'];
    const check = (graph: ResourceGraph, more: object = {}): Report =>
      evaluate(graph, selectRules(RULES, packs), { today: TODAY, ...more });
    const report = check(synthesized);

    test('has no finding at or above the threshold of its packs', () => {
      expect(
        report.findings.filter(({ alarming }) => alarming).map(({ key, message }) => `${key}: ${message}`),
      ).toEqual([]);
    });

    test('leaves nothing that cannot be told', () => {
      expect(
        report.findings.filter(({ kind }) => kind !== 'fail').map(({ key, message }) => `${key}: ${message}`),
      ).toEqual([]);
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

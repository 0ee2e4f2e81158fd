import { isObject, type JsonObject } from '../../../src/terraform/json';
import { judge } from '../../../src/policy/evaluation/judge';
import type { ResourceGraph } from '../../../src/policy/model/resource-graph';
import type { Rule } from '../../../src/policy/rule/rule';
import { planned, STACK, synthesized, type Resources } from './configuration';

export type { Resources } from './configuration';

/** What a rule comes to on a whole fixture: the worst of all its resources. */
export type Outcome = 'error' | 'fail' | 'unknown' | 'pass' | 'not applicable';

const WORST_FIRST: readonly Outcome[] = ['error', 'fail', 'unknown', 'pass', 'not applicable'];

/** A fixture with more to say than its resources. */
export interface Fixture {
  readonly resources?: Resources;
  /** Members of the Terraform JSON beside `resource`: `provider`, `terraform`, `output`, `data`, `variable`. */
  readonly beside?: JsonObject;
  /**
   * What the rule comes to on the first plan.
   *
   * @default - the same as at synthesis
   */
  readonly atPlan?: Outcome;
  /**
   * Keys of the findings without rule and stack, `aws_s3_bucket.a#missing`.
   *
   * @default - not looked at
   */
  readonly finds?: readonly string[];
}

/** Fixtures by a name that completes the sentence 'it passes ...'. */
type Fixtures = Readonly<Record<string, Resources | Fixture>>;

/** All that a rule has to be tried with. */
export interface RuleCases {
  readonly pass: Fixtures;
  readonly fail: Fixtures;
  readonly notApplicable: Fixtures;
  /** Empty only for a rule that can always tell. */
  readonly unknown: Fixtures;
  /**
   * Attributes that the rule guards, `aws_db_instance.main.storage_encrypted`, each with the values (undefined: left out)
   * that must turn the first passing fixture into a failing one. Setting one to a variable must never pass.
   */
  readonly guards: Readonly<Record<string, readonly unknown[]>>;
  /**
   * Whether it is enough that a guarded attribute is set, so that a variable passes.
   *
   * @default false
   */
  readonly variablesPass?: boolean;
}

/** Tries a rule with all its fixtures, as synthesized and as planned, and with mutations of the first that passes. */
export function describeRule(rule: Rule, cases: RuleCases): void {
  describe(`${rule.id}: ${rule.title}`, () => {
    const tables = [
      ['pass', cases.pass],
      ['fail', cases.fail],
      ['not applicable', cases.notApplicable],
      ['unknown', cases.unknown],
    ] as const;
    for (const [outcome, fixtures] of tables) {
      for (const [name, given] of Object.entries(fixtures))
        test(`${outcome}: ${name}`, () => tryFixture(rule, given, outcome));
    }
    const [first] = Object.values(cases.pass);
    for (const [path, values] of Object.entries(cases.guards)) {
      test.each(values.map((value) => [JSON.stringify(value) ?? 'nothing', value]))(
        `fails when ${path} is %s`,
        (_name, value) => {
          const { atPlan, ...rest } = mutated(first, path, value);
          if (atPlan === undefined) return tryFixture(rule, rest, 'fail');
          // the first plan of such a fixture cannot tell, so the change may go unnoticed there but not pass
          const configuration = configurationOf(rest);
          expect(outcomeOf(rule, synthesized(configuration)).outcome).toBe('fail');
          expect(outcomeOf(rule, planned(configuration)).outcome).not.toBe('pass');
        },
      );
      if (cases.variablesPass === true) continue;
      test(`does not pass when ${path} is a variable`, () => {
        const configuration = configurationOf(mutated(first, path, '${var.given}'));
        expect(outcomeOf(rule, synthesized(configuration)).outcome).not.toBe('pass');
        expect(outcomeOf(rule, planned(configuration)).outcome).not.toBe('pass');
      });
    }
    test('has fixtures that pass, fail and do not apply, and guards an attribute', () => {
      const sizes = [cases.pass, cases.fail, cases.notApplicable, cases.guards].map((each) => Object.keys(each).length);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
    });
  });
}

/** Some rules have nothing that does not apply; then any other resource does. */
export const OTHER_RESOURCES: Resources = { aws_sqs_queue: { other: { name: 'other' } } };

function tryFixture(rule: Rule, given: Resources | Fixture, outcome: Outcome): void {
  const { atPlan = outcome, finds } = fixtureOf(given);
  const configuration = configurationOf(given);
  const atSynthesis = outcomeOf(rule, synthesized(configuration));
  const onPlan = outcomeOf(rule, planned(configuration));

  expect(atSynthesis).toMatchObject({ outcome, ...(finds === undefined ? {} : { finds }) });
  expect(onPlan).toMatchObject({ outcome: atPlan, ...(finds === undefined || atPlan !== outcome ? {} : { finds }) });
  if (atPlan === outcome) expect(onPlan.finds).toEqual(atSynthesis.finds);
}

function outcomeOf(rule: Rule, graph: ResourceGraph): { outcome: Outcome; finds: string[]; told: string[] } {
  const judged = graph.ofType(...rule.appliesTo).map((resource) => judge(rule, resource, graph));
  const findings = judged.flatMap((each) => each.findings);
  const outcomes: Outcome[] = [
    ...judged.flatMap(({ outcome }) => (outcome === 'findings' ? [] : [outcome])),
    ...findings.map(({ kind }) => kind),
  ];
  const outcome = WORST_FIRST.find((each) => outcomes.includes(each)) ?? 'not applicable';
  const finds = findings.map(({ key }) => key.replace(`${rule.id} ${STACK}/`, '')).toSorted();
  return { outcome, finds, told: findings.map(({ message }) => message) };
}

function fixtureOf(given: Resources | Fixture | undefined): Fixture {
  const plain =
    given !== undefined && Object.keys(given).some((name) => name.includes('_') || name === 'terraform_data');
  return plain || given === undefined ? { resources: given as Resources } : given;
}

function configurationOf(given: Resources | Fixture | undefined): JsonObject {
  const { resources = {}, beside = {} } = fixtureOf(given);
  return { ...beside, resource: resources };
}

/** The fixture with one attribute changed; `provider.aws.access_key` and the like are found beside the resources. */
function mutated(given: Resources | Fixture | undefined, path: string, value: unknown): Fixture {
  const { resources = {}, beside = {}, atPlan } = fixtureOf(given);
  const kept = { resources, beside, ...(atPlan === undefined ? {} : { atPlan }) };
  const names = path.split('.');
  if (names[0]?.includes('_') === true || names[0] === 'resource') {
    return { ...kept, resources: changed(resources, names, value) as Resources };
  }
  return { ...kept, beside: changed(beside, names, value) as JsonObject };
}

function changed(inside: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(inside)) {
    return inside.map((each: unknown, index) =>
      String(index) === name ? (rest.length === 0 ? value : changed(each, rest, value)) : each,
    );
  }
  if (!isObject(inside)) throw new Error(`the first passing fixture has nothing at '${name}'`);
  const member = rest.length === 0 ? value : changed(inside[name] ?? {}, rest, value);
  const others = Object.entries(inside).filter(([key]) => key !== name);
  return Object.fromEntries(member === undefined ? others : [...others, [name, member]]);
}

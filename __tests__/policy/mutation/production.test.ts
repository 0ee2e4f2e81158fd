import { judge } from '../../../src/policy/evaluation/judge';
import type { ResourceGraph } from '../../../src/policy/model/resource-graph';
import { PROOFS } from '../../../src/policy/proofs';
import { prove } from '../../../src/policy/proofs/prove';
import type { Rule } from '../../../src/policy/rule/rule';
import { RULES } from '../../../src/policy/rules';
import { graphOf, stacksOfEnvironment } from '../proofs/support/environment-stacks';
import { collectedGuards } from '../support/collected-guards';
import { covers, NO_WEAKENINGS, type NoWeakening } from './no-weakenings';
import { nameOfWeakening, weakened, weakenedResource, weakeningsOf, type Weakening } from './weakenings';

/** Far more than it takes; the suite runs side by side with others. */
const TIME_LIMIT = 600_000;

const production = stacksOfEnvironment('production');
const base = graphOf(production);
const all = weakeningsOf(production, collectedGuards());

/** Keys of what a rule finds, failures only: not to know is not to catch. */
function failures(rule: Rule, graph: ResourceGraph): readonly string[] {
  const judged = graph.ofType(...new Set(rule.appliesTo)).map((resource) => judge(rule, resource, graph));
  return judged.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'fail').map(({ key }) => key));
}

const known = new Map<Rule, readonly string[]>();
const failuresOfBase = (rule: Rule): readonly string[] => {
  const found = known.get(rule) ?? failures(rule, base);
  known.set(rule, found);
  return found;
};

/** A rule catches a weakening that it finds, or that is on a resource in which it finds the same already. */
function isCaughtBy(rule: Rule, graph: ResourceGraph, { stack, type, name }: Weakening): boolean {
  const before = failuresOfBase(rule);
  const place = `${rule.id} ${stack}/${type}.${name}#`;
  return failures(rule, graph).some((key) => !before.includes(key) || key.startsWith(place));
}

function isRefuted(graph: ResourceGraph): boolean {
  return prove(graph, PROOFS).some(({ outcome }) => outcome === 'refuted');
}

/** The exclusions that cover a weakening. */
function exclusionsOf(weakening: Weakening): readonly NoWeakening[] {
  const resource = weakenedResource(production, weakening);
  return NO_WEAKENINGS.filter((each) => covers(each, weakening, resource));
}

test(
  'every weakening of one attribute of production that the catalogue covers is caught',
  () => {
    const open = all.filter(
      (weakening) => !isCaughtBy(weakening.rule, graphOf(weakened(production, weakening)), weakening),
    );
    const used = new Set(open.flatMap(exclusionsOf));
    const meant = open.filter((weakening) => exclusionsOf(weakening).length === 0);
    const excludedAndCaught = all.filter(
      (weakening) => !open.includes(weakening) && exclusionsOf(weakening).length > 0,
    );
    const missed = meant.filter((weakening) => {
      const graph = graphOf(weakened(production, weakening));
      return !RULES.some((rule) => isCaughtBy(rule, graph, weakening)) && !isRefuted(graph);
    });

    const covered = all.length - (open.length - meant.length);
    const own = all.length - open.length;
    process.stdout.write(
      `weakenings of production: ${covered}, caught: ${covered - missed.length} (${own} by the rule itself, ` +
        `${meant.length - missed.length} by another rule or a proof); ${all.length - covered} guards weaken nothing there, for ${NO_WEAKENINGS.length} reasons\n`,
    );
    expect(missed.map(nameOfWeakening)).toEqual([]);
    expect(NO_WEAKENINGS.filter((each) => !used.has(each)).map(({ rules, why }) => `${rules.join()}: ${why}`)).toEqual(
      [],
    );
    expect(excludedAndCaught.map(nameOfWeakening)).toEqual([]);
    expect(covered).toBeGreaterThan(800);
  },
  TIME_LIMIT,
);

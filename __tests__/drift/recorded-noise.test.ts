import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeDrift, type StackInput } from '../../src/drift';
import { isObject, type JsonObject } from '../../src/terraform/json';

/**
 * What a plan of every stack holds right after `development` was applied: every resource that the AWS provider says drifted
 * although nobody touched it. Recorded with Terraform 1.11.4, provider 5.100.0 and the emulator; attributes that do not differ
 * are left out.
 */
const RECORDED = JSON.parse(
  readFileSync(join(__dirname, 'recorded/after-apply.json'), 'utf8'),
) as readonly StackInput[];

const NOTHING: readonly unknown[] = [null, {}, [], ''];

type Choice = () => number;

function driftEntries({ plan }: StackInput): readonly JsonObject[] {
  return (plan as { resource_drift: readonly JsonObject[] }).resource_drift;
}

/** The stack with what is there now written in another way that means the same. */
function rewritten(stack: StackInput, choose: Choice): StackInput {
  const drift = driftEntries(stack).map((entry) => {
    const change = entry['change'] as JsonObject;
    return { ...entry, change: { ...change, after: sameMeaning(change['after'], choose) } };
  });
  return { ...stack, plan: { ...(stack.plan as object), resource_drift: shuffled(drift, choose) } };
}

/** Another order of members, another way to write nothing. */
function sameMeaning(value: unknown, choose: Choice): unknown {
  if (NOTHING.some((nothing) => JSON.stringify(nothing) === JSON.stringify(value))) {
    return NOTHING[choose() % NOTHING.length];
  }
  if (Array.isArray(value)) return shuffled(value, choose).map((each) => sameMeaning(each, choose));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, each]) => [key, sameMeaning(each, choose)] as const);
  return Object.fromEntries(shuffled(members, choose));
}

function shuffled<T>(list: readonly T[], choose: Choice): readonly T[] {
  return list
    .map((each) => ({ each, at: choose() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ each }) => each);
}

/** As many numbers as are asked for, made from one. */
function chooser(seed: number): Choice {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

test('the recorded plans say that dozens of resources drifted', () => {
  expect(RECORDED.flatMap(driftEntries).length).toBeGreaterThan(50);
});

test('none of it is a finding', () => {
  expect(analyzeDrift(RECORDED).stacks.flatMap(({ findings }) => findings)).toEqual([]);
});

test('none of it is a finding in whatever order, and however nothing is written', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const choose = chooser(seed);
      const stacks = RECORDED.map((stack) => rewritten(stack, choose));

      expect(analyzeDrift(stacks).stacks.flatMap(({ findings }) => findings)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

import { objectOf, textOf, type JsonObject } from '../../terraform/json';
import { member, objectsIn } from '../compare/json';
import { oneLine } from './one-line';

/** A condition that does not hold: of a `check` block, a resource, an output or a variable. */
export interface FailingCheck {
  /** As Terraform calls it: `check.site_answers`, `aws_lb.Public`. */
  readonly address: string;
  /** `error`: it could not be evaluated, so nothing is known of it. */
  readonly status: 'fail' | 'error';
  /** Terraform's messages, in which it names no sensitive value. */
  readonly problems: readonly string[];
}

/** The conditions in the JSON of a plan that fail or could not be evaluated, by address; each instance for itself. */
export function failingChecks(plan: unknown): readonly FailingCheck[] {
  return objectsIn(member(plan, 'checks'))
    .flatMap((check) => {
      const failing = objectsIn(check['instances']).flatMap((instance) => failingCheck(instance, check));
      return failing.length === 0 ? failingCheck(check) : failing;
    })
    .toSorted((left, right) => (left.address < right.address ? -1 : left.address > right.address ? 1 : 0));
}

/** @param whole the check of an instance, whose name it may lack */
function failingCheck(judged: JsonObject, whole: JsonObject = judged): readonly FailingCheck[] {
  const { status } = judged;
  if (status !== 'fail' && status !== 'error') return [];
  const address = nameOf(judged) ?? nameOf(whole) ?? 'a check without a name';
  const problems = objectsIn(judged['problems']).flatMap((problem) => textOf(problem, 'message') ?? []);
  return [{ address, status, problems: problems.map(oneLine).filter((text) => text !== '') }];
}

function nameOf({ address }: JsonObject): string | undefined {
  return textOf(objectOf(address), 'to_display');
}

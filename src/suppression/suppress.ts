import { Aspects, TerraformDataSource, TerraformResource, type IAspect, type TerraformElement } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ValidationError } from '../core/errors';
import { SUPPRESSION_KEY, suppressionProblems, type Suppression } from '../core/suppression';

/**
 * Accepts a finding of the policy on everything below a construct, until a day.
 *
 * The suppression travels in the Terraform JSON, in the `//` member of each resource, which Terraform ignores: it changes no
 * plan. `wordpress-ha policy check` tells when it has expired or silences nothing.
 *
 * @throws ValidationError when a field is empty, the reason is shorter than 10 characters, or `expires` is no day
 */
export function suppress(construct: IConstruct, suppression: Suppression): void {
  const problems = suppressionProblems({ ...suppression });
  if (problems.length > 0) throw new ValidationError(construct, problems.join('\n'));
  const carried = new CarrySuppression(construct.node.path, suppression);
  Aspects.of(construct).add(carried);
  construct.node.addValidation({
    validate: () => (carried.isUsed ? [] : [`no resource is here to carry the suppression of ${suppression.rule}`]),
  });
}

/** Suppressions by the resource that carries them. */
const CARRIED = new WeakMap<TerraformElement, CarrySuppression[]>();

/** Writes one suppression on every resource it meets, also on those that are added after `suppress` was called. */
class CarrySuppression implements IAspect {
  isUsed = false;

  constructor(
    private readonly construct: string,
    private readonly suppression: Suppression,
  ) {}

  visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node) && !TerraformDataSource.isTerraformDataSource(node)) return;
    this.isUsed = true;
    const carried = CARRIED.get(node) ?? [];
    // a stack that is synthesized twice is visited twice
    if (!carried.includes(this)) carried.push(this);
    CARRIED.set(node, carried);
    node.addOverride(
      `//.${SUPPRESSION_KEY}.suppress`,
      carried.map(({ construct, suppression }) => ({ construct, ...suppression })),
    );
  }
}

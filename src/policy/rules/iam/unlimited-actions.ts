import type { PolicyStatement } from '../../rule/policy-document';
import { coversAction } from '../../rule/policy-actions';
import { isUnlimited, type Excess } from './allowances';

/** Those of the actions that are allowed on every resource, without a condition. */
export function unlimited(allowed: readonly PolicyStatement[], actions: readonly string[]): readonly Excess[] {
  return allowed
    .filter(isUnlimited)
    .flatMap((statement) =>
      actions.filter((action) => coversAction(statement, action)).map((action) => excess(statement, action, action)),
    );
}

/** Actions as the policy writes them that are allowed on every resource and have one of a kind behind them. */
export function unlimitedBehind(
  allowed: readonly PolicyStatement[],
  behind: (pattern: string) => string | undefined,
): readonly Excess[] {
  return allowed.filter(isUnlimited).flatMap((statement) =>
    patternsOf(statement).flatMap((pattern) => {
      const action = behind(pattern);
      return action === undefined ? [] : [excess(statement, pattern, action)];
    }),
  );
}

/** The actions of a statement as it writes them; everything but some is taken as everything. */
export function patternsOf({ actions, notActions }: PolicyStatement): readonly string[] {
  return notActions.length > 0 ? ['*'] : actions;
}

function excess({ name }: PolicyStatement, pattern: string, action: string): Excess {
  const covered = action.toLowerCase() === pattern.toLowerCase() ? '' : `, which covers '${action}',`;
  return { part: pattern, message: `statement '${name}' allows '${pattern}'${covered} on every resource` };
}

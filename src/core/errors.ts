import type { IConstruct } from 'constructs';

/**
 * Something the user asked for cannot be done, or something the user's machine lacks.
 *
 * The command line prints its message and exits 1; every other error is a defect of this package and shows its stack.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}

/**
 * A prop of a construct breaks a rule.
 *
 * The message names the prop in quotes, the rule, the value got and the way out, and ends with the construct's path.
 */
export class ValidationError extends UserError {
  override readonly name = 'ValidationError';

  constructor(scope: IConstruct, message: string) {
    super(`${message}\n  in ${scope.node.path} (${scope.constructor.name})`);
  }
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

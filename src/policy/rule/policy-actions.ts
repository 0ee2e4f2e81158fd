import type { PolicyStatement } from './policy-document';

/** Whether a statement is about an action, `s3:GetObject`; IAM ignores case, and `*` and `?` stand for anything. */
export function coversAction({ actions, notActions }: PolicyStatement, action: string): boolean {
  const matches = (pattern: string): boolean => patternOf(pattern).test(action);
  return notActions.length > 0 ? !notActions.some(matches) : actions.some(matches);
}

function patternOf(pattern: string): RegExp {
  const escaped = pattern.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'is');
}

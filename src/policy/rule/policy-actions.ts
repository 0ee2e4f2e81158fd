import type { PolicyStatement } from './policy-document';

/** Whether a statement is about an action, `s3:GetObject`; IAM ignores case, and `*` and `?` stand for anything. */
export function coversAction({ actions, notActions }: PolicyStatement, action: string): boolean {
  const matches = (pattern: string): boolean => matchesAction(pattern, action);
  return notActions.length > 0 ? !notActions.some(matches) : actions.some(matches);
}

/** Whether an action as policies write it, `s3:Get*`, stands for one. */
export function matchesAction(pattern: string, action: string): boolean {
  const escaped = pattern.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`, 'is').test(action);
}

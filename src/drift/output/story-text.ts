import { actorText } from './attribution-text';
import type { ReportedFinding } from './document';

/** Since when a finding is there and who made it, in words; undefined where neither is known. */
export function storyText({ life, who }: Pick<ReportedFinding, 'life' | 'who'>): string | undefined {
  const since = life === undefined ? [] : [life.status === 'new' ? 'new' : `${life.status}, since ${life.firstSeen}`];
  const parts = [...since, ...(who === undefined ? [] : [actorText(who)])];
  return parts.length === 0 ? undefined : parts.join('; ');
}

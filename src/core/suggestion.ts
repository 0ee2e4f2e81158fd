import leven from 'leven';

/** The candidate that was probably meant: at most a third of its letters differ, ignoring case. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const distances = candidates
    .map((candidate) => ({ candidate, distance: leven(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return distances[0]?.candidate ?? beginsLike(word, candidates);
}

/** `prod` means `production` when nothing else begins so. */
function beginsLike(word: string, candidates: readonly string[]): string | undefined {
  const matches = word.length < 3 ? [] : candidates.filter((candidate) => candidate.startsWith(word.toLowerCase()));
  return matches.length === 1 ? matches[0] : undefined;
}

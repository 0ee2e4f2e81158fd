import { messageOf } from '../../core/errors';
import { compare, type ResourceGraph } from '../model/resource-graph';
import type { CounterExample, Findings, Proof, ProofContext, ProofOutcome } from './proof';

/** What one proof came to. */
export interface ProofResult {
  readonly proof: Pick<Proof, 'name' | 'title' | 'why' | 'fix'>;
  readonly outcome: ProofOutcome;
  /** How many statements were decided. */
  readonly statements: number;
  readonly counterExamples: readonly CounterExample[];
  readonly notes: readonly string[];
}

/** Decides over some proofs. The same input gives the same results, in the order of the proofs. */
export function prove(
  graph: ResourceGraph,
  proofs: readonly Proof[],
  context: ProofContext = {},
): readonly ProofResult[] {
  return proofs.map(({ name, title, why, fix, ...proof }) => {
    const { statements, counterExamples, notes = [] } = tried(() => proof.prove(graph, context));
    const ordered = counterExamples.toSorted((left, right) => compare(left.key, right.key));
    const outcome = outcomeOf(statements, ordered, notes);
    return { proof: { name, title, why, fix }, outcome, statements, counterExamples: ordered, notes };
  });
}

/** 2 when something is refuted or cannot be told, otherwise 0. */
export function proofExitCode(results: readonly ProofResult[]): 0 | 2 {
  return results.some(({ outcome }) => outcome === 'refuted' || outcome === 'unclear') ? 2 : 0;
}

/** A proof that throws proves nothing. */
function tried(proof: () => Findings): Findings {
  try {
    return proof();
  } catch (error) {
    return { statements: 0, counterExamples: [], notes: [`the proof failed: ${messageOf(error)}`] };
  }
}

function outcomeOf(
  statements: number,
  counterExamples: readonly CounterExample[],
  notes: readonly string[],
): ProofOutcome {
  if (counterExamples.some(({ certain }) => certain)) return 'refuted';
  if (counterExamples.length > 0 || notes.length > 0) return 'unclear';
  return statements === 0 ? 'not applicable' : 'proved';
}

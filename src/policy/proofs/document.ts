import type { CounterExample, ProofOutcome } from './proof';
import type { ProofResult } from './prove';

/** Results of proofs as JSON; described by `policy-prove.schema.json`. */
export interface ProofDocument {
  readonly version: 1;
  readonly proofs: readonly {
    readonly name: string;
    readonly title: string;
    readonly outcome: ProofOutcome;
    readonly statements: number;
    readonly counterExamples: readonly CounterExample[];
    readonly notes: readonly string[];
    readonly fix: string;
  }[];
}

/** The results as plain JSON. */
export function proofDocument(results: readonly ProofResult[]): ProofDocument {
  return {
    version: 1,
    proofs: results.map(({ proof: { name, title, fix }, outcome, statements, counterExamples, notes }) => ({
      name,
      title,
      outcome,
      statements,
      counterExamples,
      notes,
      fix,
    })),
  };
}

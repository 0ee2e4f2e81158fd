import type { ResourceGraph } from '../model/resource-graph';
import type { PackName } from '../rule/rule';

/** What a proof comes to: `unclear` when nobody can tell yet, `not applicable` when there is nothing to prove. */
export type ProofOutcome = 'proved' | 'refuted' | 'unclear' | 'not applicable';

/** One thing in a counter-example: a resource, or a rule of one, and what it does. */
export interface Evidence {
  /** Name of the stack and address of the resource, `web/aws_lb.Main`; or what stands outside, such as `internet`. */
  readonly at: string;
  readonly says: string;
}

/** A case in which what is to be proved does not hold. */
export interface CounterExample {
  /** Names it between runs. */
  readonly key: string;
  /** What is wrong, in a sentence without a full stop. */
  readonly message: string;
  /** Whether it is one for sure; otherwise something that decides is not known yet. */
  readonly certain: boolean;
  readonly evidence: readonly Evidence[];
}

/** What a proof found. */
export interface Findings {
  /** How many statements were decided; 0 where there was nothing to prove. */
  readonly statements: number;
  readonly counterExamples: readonly CounterExample[];
  /** What could not be looked at; with one of these nothing is proved. */
  readonly notes?: readonly string[];
}

/** Something that holds for a whole environment, and cannot be seen at a single resource. */
export interface Proof {
  /** Short name, as on the command line; permanent. */
  readonly name: string;
  /** The state of things that is proved, in a few words. */
  readonly title: string;
  /** Why it matters, in a sentence a reviewer can disagree with. */
  readonly why: string;
  /** What to do about a counter-example. */
  readonly fix: string;
  /** Smallest pack that asks for it. */
  readonly pack: PackName;
  /** Decides over all stacks together; must not look at the clock, the disk or the network. */
  prove(graph: ResourceGraph, context: ProofContext): Findings;
}

/** What a proof may look at besides the stacks. */
export interface ProofContext {
  /**
   * The environment itself and another one that should have the same shape.
   *
   * @default - none; then shapes are not compared
   */
  readonly compared?: { readonly name: string; readonly with: string; readonly graph: ResourceGraph };
}

/** Shows where a resource is. */
export function placeOf({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return `${stack}/${address}`;
}

import type { Suppression } from '../../core/suppression';

/** A suppression and what it is aimed at. */
export interface AimedSuppression extends Suppression {
  /** Glob of Terraform addresses; `*` stands for any characters. */
  readonly address: string;
  /**
   * Stack by name.
   *
   * @default - every stack
   */
  readonly stack?: string;
  /** Where it is written: the name of a file, or the path of a construct. */
  readonly origin: string;
  readonly writtenIn: 'file' | 'construct';
}

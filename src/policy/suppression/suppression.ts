/** A finding that somebody accepts for a while. */
export interface Suppression {
  /** Rule that is silenced. */
  readonly rule: string;
  /** Why the finding is acceptable, for a reviewer; 10 characters at least. */
  readonly reason: string;
  /** Who answers for it: a team or a person. */
  readonly owner: string;
  /** Last day on which it holds, `2027-05-31`; after that the finding is back. */
  readonly expires: string;
  /**
   * One finding on the resource: the part after `#` in the finding's key.
   *
   * @default - every finding of the rule
   */
  readonly finding?: string;
}

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

/** Key under which synthesized JSON keeps suppressions of a construct, beside `metadata` in `//`. */
export const SUPPRESSION_KEY = 'policy';

/** Whether a text fits a glob in which `*` stands for any characters. */
export function matchesGlob(glob: string, text: string): boolean {
  const pattern = glob.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`, 's').test(text);
}

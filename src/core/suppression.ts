/** A finding of the policy that somebody accepts for a while. */
export interface Suppression {
  /** Rule that is silenced, `WPHA-ELB-007`; see `wordpress-ha policy list`. */
  readonly rule: string;
  /** Why the finding is acceptable, for a reviewer; 10 characters at least. */
  readonly reason: string;
  /** Who answers for it: a team or a person. */
  readonly owner: string;
  /** Last day on which it holds, `2027-05-31`; after that the finding is back. At most 366 days from the day of a check. */
  readonly expires: string;
  /**
   * One finding on the resource: the part after `#` in the finding's key.
   *
   * @default - every finding of the rule
   */
  readonly finding?: string;
}

/** Member of `//`, beside `metadata`, under which Terraform JSON keeps the suppressions of a construct. */
export const SUPPRESSION_KEY = 'policy';

const SHORTEST_REASON = 10;
const REQUIRED = ['rule', 'reason', 'owner', 'expires'];
const FIELDS = [...REQUIRED, 'finding'];

/** What is wrong with a suppression, each in one sentence; nothing for a sound one. */
export function suppressionProblems(entry: Readonly<Record<string, unknown>>): readonly string[] {
  const missing = REQUIRED.filter((name) => !isText(entry[name]));
  const unknown = Object.keys(entry).filter((name) => !FIELDS.includes(name));
  const { reason, expires } = entry;
  return [
    ...missing.map((name) => `'${name}' is required, as a text`),
    ...unknown.map((name) => `'${name}' is not known; known: address, stack, ${FIELDS.join(', ')}`),
    ...(isText(reason) && reason.trim().length < SHORTEST_REASON
      ? [
          `'reason' must have at least ${SHORTEST_REASON} characters, got '${reason}'; say why the finding is acceptable`,
        ]
      : []),
    ...(isText(expires) && !isDay(expires) ? [`'expires' must be a day such as 2027-05-31, got '${expires}'`] : []),
  ];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Whether a text is a day of the calendar, `2027-05-31`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

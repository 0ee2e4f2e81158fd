/** Where secrets are kept. */
export interface SecretStore {
  /** The current value, or undefined when the secret has none yet. */
  read(secretArn: string): Promise<string | undefined>;
  /**
   * Gives the secret a value while it has never had one.
   *
   * Of several callers at once exactly one succeeds; the others leave everything as it is and find its value by `read`.
   */
  writeFirst(secretArn: string, value: string): Promise<void>;
  /** Replaces the value. */
  replace(secretArn: string, value: string): Promise<void>;
}

/**
 * The value of a secret as an object with text in each field.
 *
 * What a JSON parser says about malformed text quotes the text, so its error is not passed on.
 */
export function parseSecret(secretArn: string, value: string): Readonly<Record<string, string>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    parsed = undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Error(`the value of ${secretArn} must be a JSON object; set it right or delete the secret`);
  }
  return Object.fromEntries(Object.entries(parsed).map(([name, field]) => [name, String(field)]));
}

/** A kind of secret and how it looks in a text. */
export interface SecretPattern {
  readonly name: string;
  readonly pattern: RegExp;
}

/** Secrets that can be told from what stands beside them; references to a place where a secret lies are none. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  // IAM's unique identifiers: AKIA for users, ASIA for temporary credentials
  { name: 'access key', pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/ },
  { name: 'secret access key', pattern: /secret_?access_?key["']?\s*[=:]\s*["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/i },
  { name: 'private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  // a value that ends where a word ends; what is called or looked up is none
  {
    name: 'password',
    pattern: /(?:password|passwd|pwd|dbpass)["']?\s*[=:]\s*["']?[^\s"'`$%<>{}()\\;]{6,}(?=["'\s;]|$)/i,
  },
];

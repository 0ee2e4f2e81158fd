/** Names of secrets; the parts of a name are parted by `_`. */
const SECRET_NAME = /(^|_)(PASSWORD|PASSWD|PASSPHRASE|PASS|SECRETS?|TOKENS?|CREDENTIALS?|APIKEY|KEY|SALT)$/i;
/** Keys that browsers get to see. */
const PUBLIC_NAME = /(^|_)(PUBLIC|PUBLISHABLE|SITE)_KEY$/i;
/** What a setting of such a name may be all the same: a switch, a number, or the address of a secret. */
const HARMLESS_VALUE = /^(true|false|\d{1,9}|arn:[a-z-]+:(secretsmanager|ssm):\S+)?$/;

/** Keys whose makers gave them a shape of their own. */
const SECRET_VALUES: readonly RegExp[] = [
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\bgh[pousr]_[A-Za-z0-9]{30,}/,
  /\bgithub_pat_\w{20,}/,
  /\bglpat-[\w-]{20,}/,
  /\b[rs]k_(live|test)_\w{10,}/,
  /\bxox[abposr]-[\w-]{10,}/,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\./,
  /:\/\/[^\s/:@]+:[^\s/@]+@/,
];

const RANDOM_TEXT = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9+/=_-]{32,}$/;
/** English text has about 4 bits a character, random letters and digits 5 in 32 characters. */
const RANDOM_BITS = 4.2;

/** Why a setting looks like a secret; undefined when it does not. Never says the value. */
export function secretReason(name: string, value: string): string | undefined {
  if (HARMLESS_VALUE.test(value)) return undefined;
  if (SECRET_NAME.test(name) && !PUBLIC_NAME.test(name)) return 'is named like a secret';
  if (SECRET_VALUES.some((shape) => shape.test(value))) return 'has a value of the shape of a key or password';
  if (RANDOM_TEXT.test(value) && bitsPerCharacter(value) > RANDOM_BITS) return 'has a value that looks random';
  return undefined;
}

function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

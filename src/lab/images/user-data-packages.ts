import { gunzipSync } from 'node:zlib';

/** User data as text: EC2 hands it over as it is, compressed or not. */
export function userDataText(userData: Buffer): string {
  const compressed = userData[0] === 0x1f && userData[1] === 0x8b;
  return (compressed ? gunzipSync(userData) : userData).toString('utf8');
}

/** The packages that user data installs at boot, as its program names them; none when it names none. */
export function userDataPackages(userData: Buffer): readonly string[] {
  return (constant(userData, 'PACKAGES') ?? '').split(' ').filter((name) => name !== '');
}

/** Seconds from power-on that the program of the user data gives a boot; undefined when it has no such limit. */
export function userDataBootSeconds(userData: Buffer): number | undefined {
  const seconds = constant(userData, 'BOOT_SECONDS');
  return seconds === undefined ? undefined : Number(seconds);
}

/** The value that the program assigns to a variable, the last one when it does so more than once. */
function constant(userData: Buffer, name: string): string | undefined {
  const assignments = userDataText(userData).matchAll(new RegExp(`^\\s*${name}='([^']*)'$`, 'gm'));
  return [...assignments].at(-1)?.[1];
}

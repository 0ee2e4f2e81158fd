import { gunzipSync } from 'node:zlib';

const PACKAGES = /^\s*PACKAGES='([^']*)'$/gm;

/** User data as text: EC2 hands it over as it is, compressed or not. */
export function userDataText(userData: Buffer): string {
  const compressed = userData[0] === 0x1f && userData[1] === 0x8b;
  return (compressed ? gunzipSync(userData) : userData).toString('utf8');
}

/** The packages that user data installs at boot, as its program names them; none when it names none. */
export function userDataPackages(userData: Buffer): readonly string[] {
  const names = [...userDataText(userData).matchAll(PACKAGES)].at(-1)?.[1] ?? '';
  return names.split(' ').filter((name) => name !== '');
}

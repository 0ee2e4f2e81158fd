import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate authority made for one test run, as files and text. */
export interface Authority {
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly pem: string;
}

const EC_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}

export function makeAuthority(folder: string, name: string): Authority {
  const certificateFile = join(folder, `${name}.pem`);
  const keyFile = join(folder, `${name}.key`);
  openssl('req', '-x509', ...EC_KEY, '-days', '1', '-subj', `/CN=${name}`, '-keyout', keyFile, '-out', certificateFile);
  return { certificateFile, keyFile, pem: readFileSync(certificateFile, 'utf8') };
}

/** A certificate for the host `localhost` and nothing else, signed by the authority. */
export function makeServerCertificate(folder: string, authority: Authority) {
  const [certificateFile, keyFile, request, extensions] = ['server.pem', 'server.key', 'server.csr', 'server.ext'].map(
    (file) => join(folder, file),
  ) as [string, string, string, string];
  openssl('req', '-new', ...EC_KEY, '-subj', '/CN=localhost', '-keyout', keyFile, '-out', request);
  writeFileSync(extensions, 'subjectAltName=DNS:localhost\n');
  const signer = ['-CA', authority.certificateFile, '-CAkey', authority.keyFile, '-CAcreateserial'];
  openssl('x509', '-req', '-in', request, ...signer, '-days', '1', '-extfile', extensions, '-out', certificateFile);
  return { certificateFile, keyFile };
}

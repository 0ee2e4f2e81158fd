import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run-tool';

/** A certificate and its key, both as PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** Five years: an authority lives in the cache, and images carry it. */
const AUTHORITY_DAYS = 1825;
const LEAF_DAYS = 90;

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'] as const;

/** Makes a certificate authority; its files are drafts in `folder`. */
export async function makeAuthority(folder: string, name: string): Promise<Certificate> {
  const [certificate, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  const subject = ['-subj', `/CN=wordpress-ha lab ${name}`];
  const extensions = [
    '-addext',
    'basicConstraints=critical,CA:TRUE',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  ];
  const files = ['-keyout', key, '-out', certificate];
  await runTool('openssl', [
    'req',
    '-x509',
    ...NEW_KEY,
    '-days',
    String(AUTHORITY_DAYS),
    ...subject,
    ...extensions,
    ...files,
  ]);
  return read(certificate, key);
}

/** Issues a certificate for servers of these names; its files are drafts in `folder`. */
export async function issueCertificate(
  authority: Certificate,
  names: readonly [string, ...string[]],
  folder: string,
): Promise<Certificate> {
  const base = join(folder, names[0].replace('*', 'any'));
  const [caFile, caKey, certificate, key] = [`${base}.ca.crt`, `${base}.ca.key`, `${base}.crt`, `${base}.key`];
  writeFileSync(caFile, authority.certificate);
  writeFileSync(caKey, authority.key, { mode: 0o600 });
  const alternatives = names.map((name) => `${/^[\d.]+$/.test(name) ? 'IP' : 'DNS'}:${name}`).join(',');
  const extensions = [`subjectAltName=${alternatives}`, 'extendedKeyUsage=serverAuth', 'basicConstraints=CA:FALSE'];
  await runTool('openssl', [
    'req',
    '-x509',
    ...NEW_KEY,
    '-days',
    String(LEAF_DAYS),
    '-subj',
    '/CN=lab',
    '-CA',
    caFile,
    '-CAkey',
    caKey,
    ...extensions.flatMap((extension) => ['-addext', extension]),
    '-keyout',
    key,
    '-out',
    certificate,
  ]);
  return read(certificate, key);
}

function read(certificate: string, key: string): Certificate {
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
}

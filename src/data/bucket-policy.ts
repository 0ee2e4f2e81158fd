import type { PolicyStatement } from '../core/policy-document';

/** Everybody, in the form that names no service. */
const ANYONE = { AWS: '*' };

/** Refuses whoever comes without TLS, or with TLS older than 1.2. */
export function tlsOnly(bucketArn: string): PolicyStatement[] {
  const common = {
    effect: 'Deny' as const,
    principals: ANYONE,
    actions: ['s3:*'],
    resources: [bucketArn, `${bucketArn}/*`],
  };
  return [
    { ...common, sid: 'DenyWithoutTls', conditions: { Bool: { 'aws:SecureTransport': 'false' } } },
    { ...common, sid: 'DenyOldTls', conditions: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
  ];
}

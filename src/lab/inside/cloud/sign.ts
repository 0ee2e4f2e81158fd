import { createHash, createHmac } from 'node:crypto';

/** Long-term or temporary keys of whoever signs. */
export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A request to sign; without a query. */
export interface Unsigned {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly host: string;
  /** Encoded path. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** The headers of a request with its signature. Source: "AWS Signature Version 4 for API requests". */
export function signed(
  request: Unsigned,
  service: string,
  region: string,
  { accessKey, secretKey }: Keys,
  now: Date = new Date(),
): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = [time.slice(0, 8), region, service, 'aws4_request'];
  const digest = createHash('sha256').update(request.body).digest('hex');
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.host,
    'x-amz-content-sha256': digest,
    'x-amz-date': time,
  };
  const names = Object.keys(headers).sort();
  const list = names.join(';');
  const canonical = [
    request.method,
    request.path,
    '',
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    list,
    digest,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  );
  const hmac = (key: string | Buffer, value: string): Buffer => createHmac('sha256', key).update(value).digest();
  const signature = hmac(scope.reduce<string | Buffer>(hmac, `AWS4${secretKey}`), text).toString('hex');
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope.join('/')}, SignedHeaders=${list}, Signature=${signature}`,
  };
}

import { UserError } from '../../../core/errors';
import { objectOf, parseObject, textOf } from '../../../terraform/json';

/** Temporary credentials as the metadata service shows them. */
export interface RoleCredentials {
  readonly Code: 'Success';
  readonly LastUpdated: string;
  readonly Type: 'AWS-HMAC';
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly Token: string;
  readonly Expiration: string;
}

/** Calls to the emulator as the account's owner; it checks no signature until `enforce`. */
export class EmulatorClient {
  constructor(
    readonly endpoint: string,
    private readonly region: string,
  ) {}

  /** A call of an API that speaks JSON; answers what it said. */
  async json(service: string, target: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const text = await this.send(service, '/', {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
      body: JSON.stringify(body),
    });
    return parseObject(text) ?? {};
  }

  /** A call of an API that takes a form; answers its XML. */
  form(service: string, version: string, action: string, values: Readonly<Record<string, string>>): Promise<string> {
    const body = new URLSearchParams({ Action: action, Version: version, ...values }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send(service, '/', { method: 'POST', headers, body });
  }

  /** Makes a bucket; one that exists already is left as it is. */
  async makeBucket(name: string): Promise<void> {
    const body = `<CreateBucketConfiguration><LocationConstraint>${this.region}</LocationConstraint></CreateBucketConfiguration>`;
    await this.send('s3', `/${name}`, { method: 'PUT', ...(this.region === 'us-east-1' ? {} : { body }) });
  }

  async putObject(bucket: string, key: string, body: Buffer | string): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream' };
    const bytes = typeof body === 'string' ? body : new Uint8Array(body);
    await this.send('s3', `/${bucket}/${key}`, { method: 'PUT', headers, body: bytes });
  }

  /** Credentials of a role, as its instances get them. */
  async assume(roleArn: string, session: string): Promise<RoleCredentials> {
    const values = { RoleArn: roleArn, RoleSessionName: session, DurationSeconds: '43200' };
    const xml = await this.form('sts', '2011-06-15', 'AssumeRole', values);
    const field = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
    return {
      Code: 'Success',
      LastUpdated: new Date().toISOString().replace(/\.\d+/, ''),
      Type: 'AWS-HMAC',
      AccessKeyId: field('AccessKeyId'),
      SecretAccessKey: field('SecretAccessKey'),
      Token: field('SessionToken'),
      Expiration: field('Expiration').replace(/\.\d+/, ''),
    };
  }

  /** From now on every call needs a valid signature and a policy that allows it. */
  async enforce(): Promise<void> {
    await this.send('s3', '/moto-api/reset-auth', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '0',
    });
  }

  private async send(service: string, path: string, init: RequestInit): Promise<string> {
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
    const authorization = `AWS4-HMAC-SHA256 Credential=lab/${day}/${this.region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
    const headers = { ...(init.headers as Record<string, string> | undefined), authorization };
    const response = await fetch(`${this.endpoint}${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok)
      throw new UserError(`the emulator refuses a call to ${service} (${response.status}): ${text.slice(0, 400)}`);
    return text;
  }
}

/** The ARN in an answer. */
export function arnOf(answer: Readonly<Record<string, unknown>>): string {
  return textOf(objectOf(answer), 'ARN') ?? '';
}

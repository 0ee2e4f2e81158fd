import { UserError } from '../../../core/errors';
import { type Keys, signed, type Unsigned } from './sign';
import { parseObject } from '../../../terraform/json';
import type { EmulatorCall } from '../../model/emulator-seed';

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
  private keys: Keys = { accessKey: 'lab', secretKey: 'lab' };

  constructor(
    readonly endpoint: string,
    private readonly region: string,
  ) {}

  /** A call that is there in full. */
  call({ service, path, method, headers, body }: EmulatorCall): Promise<string> {
    const kept = Object.entries(headers).filter(([name]) => name !== 'Authorization');
    const lower = kept.map(([name, value]) => [name.toLowerCase(), value] as const);
    return this.send(service, path, method, Object.fromEntries(lower), body);
  }

  /** A call of an API that speaks JSON; answers what it said. */
  async json(service: string, target: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
    const text = await this.send(service, '/', 'POST', headers, JSON.stringify(body));
    return parseObject(text) ?? {};
  }

  /** A call of an API that takes a form; answers its XML. */
  form(service: string, version: string, action: string, values: Readonly<Record<string, string>>): Promise<string> {
    const body = new URLSearchParams({ Action: action, Version: version, ...values }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send(service, '/', 'POST', headers, body);
  }

  async putObject(bucket: string, key: string, body: Buffer | string): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream' };
    await this.send('s3', `/${bucket}/${key}`, 'PUT', headers, body);
  }

  /** What an object holds. */
  getObject(bucket: string, key: string): Promise<string> {
    return this.send('s3', `/${bucket}/${key}`, 'GET', {}, '');
  }

  async deleteObject(bucket: string, key: string): Promise<void> {
    await this.send('s3', `/${bucket}/${key}`, 'DELETE', {}, '');
  }

  /** Credentials of a role, as its instances get them. */
  async assume(roleArn: string, session: string): Promise<RoleCredentials> {
    const values = { RoleArn: roleArn, RoleSessionName: session, DurationSeconds: '43200' };
    const xml = await this.form('sts', '2011-06-15', 'AssumeRole', values);
    const field = (name: string): string => element(xml, name);
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

  /** Makes a user that may do everything, and acts as that user from now on. */
  async becomeOwner(): Promise<void> {
    const version = '2010-05-08';
    const [UserName, PolicyName] = ['lab', 'all'];
    const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await this.form('iam', version, 'CreateUser', { UserName });
    await this.form('iam', version, 'PutUserPolicy', { UserName, PolicyName, PolicyDocument });
    const xml = await this.form('iam', version, 'CreateAccessKey', { UserName });
    this.keys = { accessKey: element(xml, 'AccessKeyId'), secretKey: element(xml, 'SecretAccessKey') };
  }

  /** From now on every call needs a valid signature and a policy that allows it. */
  async enforce(): Promise<void> {
    await this.send('s3', '/moto-api/reset-auth', 'POST', { 'content-type': 'text/plain' }, '0');
  }

  private async send(
    service: string,
    path: string,
    method: Unsigned['method'],
    headers: Readonly<Record<string, string>>,
    body: string | Buffer,
  ): Promise<string> {
    const { host } = new URL(this.endpoint);
    const all = signed({ method, host, path, headers, body }, service, this.region, this.keys);
    const bytes = typeof body === 'string' ? body : new Uint8Array(body);
    const content = body.length === 0 ? {} : { body: bytes };
    const response = await fetch(`${this.endpoint}${path}`, { method, headers: all, ...content });
    const text = await response.text();
    if (response.ok) return text;
    throw new UserError(`the emulator refuses a call to ${service} (${response.status}): ${text.slice(0, 400)}`);
  }
}

function element(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
}

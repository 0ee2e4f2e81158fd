import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import type { HeadObjectCommandOutput, PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { UserError } from '../../core/errors';
import type { Variables } from '../../terraform/process/process-environment';
import { s3Settings } from '../../terraform/s3-settings';
import { sha256Of } from '../digest';
import type { ObjectBody, ObjectFacts, ObjectStore, ObjectText, WriteCondition } from './object-store';
import { explain, isMissing, isRefusedCondition, isTransient } from './s3-errors';

/** Which bucket, and who asks for it. */
export interface BucketPlace {
  readonly bucket: string;
  readonly region: string;
  /** The account that must own the bucket; undefined asks nobody. */
  readonly accountId: string | undefined;
  readonly variables: Variables;
}

/** Longest text that is read into memory. */
const LONGEST_TEXT_BYTES = 2 ** 20;
const ATTEMPTS = 4;
const silence = (): void => undefined;
/** The SDK warns on the console of what is repeated or told in our own words here. */
const SILENT = { debug: silence, info: silence, warn: silence, error: silence };

/** The releases bucket in S3; the client is loaded here, since it takes a quarter of a second. */
export async function s3ObjectStore(place: BucketPlace): Promise<ObjectStore> {
  return new S3ObjectStore(await import('@aws-sdk/client-s3'), place);
}

class S3ObjectStore implements ObjectStore {
  readonly bucket: string;
  private readonly client: S3Client;
  private readonly target: { readonly Bucket: string; readonly ExpectedBucketOwner?: string };

  constructor(
    private readonly sdk: typeof Sdk,
    { bucket, region, accountId, variables }: BucketPlace,
  ) {
    this.bucket = bucket;
    this.client = new sdk.S3Client({ region, maxAttempts: ATTEMPTS, logger: SILENT, ...s3Settings(variables) });
    this.target = { Bucket: bucket, ...(accountId === undefined ? {} : { ExpectedBucketOwner: accountId }) };
  }

  async readText(key: string, signal: AbortSignal): Promise<ObjectText | undefined> {
    try {
      const command = new this.sdk.GetObjectCommand({ ...this.target, Key: key });
      const { Body, ETag = '', ContentLength = 0 } = await this.client.send(command, { abortSignal: signal });
      if (ContentLength <= LONGEST_TEXT_BYTES) return { text: (await Body?.transformToString()) ?? '', etag: ETag };
      (Body as Readable).destroy();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw explain(error, this.bucket, key, signal);
    }
    throw new UserError(`s3://${this.bucket}/${key} must be a text of at most 1 MiB; publish the release again`);
  }

  async sha256(key: string, signal: AbortSignal): Promise<string | undefined> {
    const options = { abortSignal: signal };
    try {
      const head = new this.sdk.HeadObjectCommand({ ...this.target, Key: key, ChecksumMode: 'ENABLED' });
      const known = wholeChecksum(await this.client.send(head, options));
      if (known !== undefined) return known;
      const { Body } = await this.client.send(new this.sdk.GetObjectCommand({ ...this.target, Key: key }), options);
      return await sha256Of(Body as AsyncIterable<Uint8Array>);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw explain(error, this.bucket, key, signal);
    }
  }

  async write(key: string, body: ObjectBody, condition: WriteCondition, signal: AbortSignal): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      const input = { ...this.target, Key: key, ...conditionOf(condition), ...(await contentOf(body)) };
      try {
        await this.client.send(new this.sdk.PutObjectCommand(input), { abortSignal: signal });
        return true;
      } catch (error) {
        if (isRefusedCondition(error)) return false;
        // the SDK repeats no request whose body is a stream
        if ('text' in body || attempt === ATTEMPTS || !isTransient(error))
          throw explain(error, this.bucket, key, signal);
      }
    }
  }

  async list(prefix: string, signal: AbortSignal): Promise<readonly ObjectFacts[]> {
    const input = { ...this.target, Prefix: prefix };
    const found: ObjectFacts[] = [];
    try {
      const pages = this.sdk.paginateListObjectsV2({ client: this.client }, input, { abortSignal: signal });
      for await (const { Contents = [] } of pages) found.push(...Contents.map(factsOf));
      return found;
    } catch (error) {
      throw explain(error, this.bucket, prefix, signal);
    }
  }

  close(): void {
    this.client.destroy();
  }
}

/** The SHA-256 that S3 keeps, unless it is one of the parts of a multipart upload. */
function wholeChecksum({ ChecksumSHA256: checksum }: HeadObjectCommandOutput): string | undefined {
  return checksum === undefined || checksum.includes('-') ? undefined : Buffer.from(checksum, 'base64').toString('hex');
}

function conditionOf(condition: WriteCondition): Pick<PutObjectCommandInput, 'IfNoneMatch' | 'IfMatch'> {
  return condition === 'absent' ? { IfNoneMatch: '*' } : { IfMatch: condition.etag };
}

/** Content with the checksum that S3 compares it with before it keeps it. */
async function contentOf(body: ObjectBody): Promise<Omit<PutObjectCommandInput, 'Bucket' | 'Key'>> {
  const [content, bytes, sha256, ContentType] =
    'text' in body
      ? [body.text, Buffer.byteLength(body.text), await sha256Of(body.text), 'text/plain; charset=utf-8']
      : [createReadStream(body.path), body.bytes, body.sha256, 'application/gzip'];
  return {
    Body: content,
    // the SDK sends none for an empty text
    ContentLength: bytes,
    ContentType,
    ChecksumAlgorithm: 'SHA256',
    ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
  };
}

function factsOf({
  Key = '',
  Size = 0,
  LastModified,
}: {
  Key?: string;
  Size?: number;
  LastModified?: Date;
}): ObjectFacts {
  return { key: Key, bytes: Size, modified: LastModified ?? new Date(0) };
}

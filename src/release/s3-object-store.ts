import { createReadStream } from 'node:fs';
import type { HeadObjectCommandOutput, PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { UserError } from '../core/errors';
import type { Variables } from '../terraform/process-environment';
import { s3Settings } from '../terraform/s3-settings';
import { sha256Of } from './digest';
import type { ObjectBody, ObjectFacts, ObjectStore, ObjectText, WriteCondition } from './object-store';
import { explain, isMissing, isTransient, statusOf } from './s3-errors';

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

/** The releases bucket in S3. */
export async function s3ObjectStore({ bucket, region, accountId, variables }: BucketPlace): Promise<ObjectStore> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({ region, maxAttempts: ATTEMPTS, ...s3Settings(variables) });
  const target = { Bucket: bucket, ...(accountId === undefined ? {} : { ExpectedBucketOwner: accountId }) };
  const failure = (error: unknown, key: string, signal: AbortSignal): unknown => explain(error, bucket, key, signal);
  return {
    bucket,
    async readText(key, signal): Promise<ObjectText | undefined> {
      try {
        const input = { ...target, Key: key, Range: `bytes=0-${LONGEST_TEXT_BYTES - 1}` };
        const { Body, ETag = '' } = await client.send(new sdk.GetObjectCommand(input), { abortSignal: signal });
        return { text: (await Body?.transformToString()) ?? '', etag: ETag };
      } catch (error) {
        if (isMissing(error)) return undefined;
        // an empty object has no first byte
        if (statusOf(error) === 416) return { text: '', etag: await etagOf(client, key, signal) };
        throw failure(error, key, signal);
      }
    },
    async sha256(key, signal): Promise<string | undefined> {
      try {
        const head = new sdk.HeadObjectCommand({ ...target, Key: key, ChecksumMode: 'ENABLED' });
        const known = wholeChecksum(await client.send(head, { abortSignal: signal }));
        if (known !== undefined) return known;
        const { Body } = await client.send(new sdk.GetObjectCommand({ ...target, Key: key }), { abortSignal: signal });
        return await sha256Of((Body ?? []) as AsyncIterable<Uint8Array>);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw failure(error, key, signal);
      }
    },
    async write(key, body, condition, signal): Promise<boolean> {
      const input = { ...target, Key: key, ...conditionOf(condition) };
      for (let attempt = 1; ; attempt += 1) {
        try {
          const content = await contentOf(body);
          await client.send(new sdk.PutObjectCommand({ ...input, ...content }), { abortSignal: signal });
          return true;
        } catch (error) {
          if ([409, 412].includes(statusOf(error) ?? 0)) return false;
          // the SDK repeats no request whose body is a stream
          if (!('path' in body) || attempt === ATTEMPTS || !isTransient(error)) throw failure(error, key, signal);
        }
      }
    },
    async list(prefix, signal): Promise<readonly ObjectFacts[]> {
      try {
        const pages = sdk.paginateListObjectsV2({ client }, { ...target, Prefix: prefix }, { abortSignal: signal });
        const found: ObjectFacts[] = [];
        for await (const { Contents = [] } of pages) found.push(...Contents.map(factsOf));
        return found;
      } catch (error) {
        throw failure(error, prefix, signal);
      }
    },
    close: () => client.destroy(),
  };

  async function etagOf(s3: S3Client, key: string, signal: AbortSignal): Promise<string> {
    const { ETag = '' } = await s3.send(new sdk.HeadObjectCommand({ ...target, Key: key }), { abortSignal: signal });
    return ETag;
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
  const checksum = (sha256: string): string => Buffer.from(sha256, 'hex').toString('base64');
  if ('text' in body) {
    const type = 'text/plain; charset=utf-8';
    return { Body: body.text, ChecksumSHA256: checksum(await sha256Of(body.text)), ContentType: type };
  }
  return {
    Body: createReadStream(body.path),
    ContentLength: body.bytes,
    ContentType: 'application/gzip',
    ChecksumSHA256: checksum(body.sha256),
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

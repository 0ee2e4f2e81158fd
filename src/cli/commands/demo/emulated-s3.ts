import { S3Client, DeletePublicAccessBlockCommand, ListBucketsCommand } from '@aws-sdk/client-s3';
import type { SandboxStatus } from '../../../sandbox';

/** An S3 client that talks to a sandbox as one of its accounts. */
export function emulatedS3({ endpoint }: SandboxStatus, accountId: string, region: string): S3Client {
  const credentials = { accessKeyId: accountId, secretAccessKey: 'sandbox' };
  return new S3Client({ endpoint, region, credentials, forcePathStyle: true });
}

/** Takes the shield against public access off a bucket, as somebody in a hurry would in the console. */
export async function exposeBucket(s3: S3Client, bucket: string): Promise<void> {
  await s3.send(new DeletePublicAccessBlockCommand({ Bucket: bucket }));
}

/** How many buckets the account has. */
export async function countBuckets(s3: S3Client): Promise<number> {
  return (await s3.send(new ListBucketsCommand({}))).Buckets?.length ?? 0;
}

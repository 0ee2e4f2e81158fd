import { GetObjectCommand, ListObjectsV2Command, NoSuchBucket, type S3Client } from '@aws-sdk/client-s3';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateLocation } from '../../../terraform/environments-file';
import { objectOf, parseObject } from '../../../terraform/json';

/** Where to look for states. */
export interface StatePlaces {
  readonly s3: S3Client;
  /** Where the environment's states are. */
  readonly location: StateLocation;
  /** Folder of the states that are in files. */
  readonly directory: string;
}

/** How many resources the states hold: counted in the states themselves, not in what the tool says of them. */
export async function countResources({ s3, location, directory }: StatePlaces): Promise<number> {
  const states = [...statesInFiles(directory), ...(await statesInBucket(s3, location.bucket))];
  return states.map(managedResources).reduce((sum, count) => sum + count, 0);
}

function statesInFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return files.filter(isState).map((file) => readFileSync(join(directory, file), 'utf8'));
}

async function statesInBucket(s3: S3Client, bucket: string | undefined): Promise<string[]> {
  if (bucket === undefined) return [];
  try {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    const keys = Contents.map(({ Key = '' }) => Key).filter(isState);
    return await Promise.all(
      keys.map(async (key) => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return (await Body?.transformToString()) ?? '';
      }),
    );
  } catch (error) {
    // the bucket is the last thing that goes
    if (error instanceof NoSuchBucket) return [];
    throw error;
  }
}

function isState(name: string): boolean {
  return name.endsWith('.tfstate');
}

function managedResources(state: string): number {
  const resources: unknown = parseObject(state)?.resources;
  const blocks = (Array.isArray(resources) ? resources : []).map(objectOf);
  return blocks
    .filter(({ mode }) => mode === 'managed')
    .reduce((sum, { instances }) => sum + (Array.isArray(instances) ? instances.length : 0), 0);
}

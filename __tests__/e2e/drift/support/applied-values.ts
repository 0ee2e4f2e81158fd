import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { isObject, objectOf, parseObject, type JsonObject } from '../../../../src/terraform/json';

/** One managed resource in a state. */
interface Applied {
  readonly type: string;
  readonly name: string;
  readonly attributes: JsonObject;
}

/** Reads the resources of every state in a bucket. */
export async function appliedResources(s3: S3Client, bucket: string): Promise<readonly Applied[]> {
  const found: Applied[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
    for (const { Key } of Contents.filter((object) => object.Key?.endsWith('.tfstate'))) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      found.push(...resourcesOf(parseObject((await Body?.transformToString()) ?? '') ?? {}));
    }
  }
  return found;
}

function resourcesOf({ resources }: JsonObject): readonly Applied[] {
  return objects(resources).flatMap(({ type, name, mode, instances }) =>
    mode !== 'managed'
      ? []
      : objects(instances).map((instance) => ({
          ...{ type: String(type), name: String(name), attributes: objectOf(instance['attributes']) },
        })),
  );
}

function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Puts attributes in the place of `{aws_lb.LoadBalancer.arn}`, anywhere in a value. */
export function filled(value: unknown, resources: readonly Applied[]): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, resources));
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, resources)]));
  }
  if (typeof value !== 'string') return value;
  return value.replace(
    /\{(aws_\w+)\.([\w-]+)\.(\w+)\}/g,
    (reference, type: string, name: string, attribute: string) => {
      const found = resources.find((each) => each.type === type && each.name.startsWith(name));
      const text = found?.attributes[attribute];
      if (typeof text !== 'string') throw new Error(`nothing is known of ${reference}`);
      return text;
    },
  );
}

/** What is known of an object without reading it. */
export interface ObjectFacts {
  readonly key: string;
  readonly bytes: number;
  readonly modified: Date;
}

/** Content of an object, and the version that it is of. */
export interface ObjectText {
  readonly text: string;
  readonly etag: string;
}

/** What to write: a short text, or a file with its hexadecimal SHA-256. */
export type ObjectBody =
  { readonly text: string } | { readonly path: string; readonly sha256: string; readonly bytes: number };

/** Writes only where nothing is yet, or over exactly that version. */
export type WriteCondition = 'absent' | { readonly etag: string };

/** The part of S3 that releases use; every failure is a UserError. */
export interface ObjectStore {
  readonly bucket: string;
  /** A short text; undefined when there is no such object. */
  readText(key: string, signal: AbortSignal): Promise<ObjectText | undefined>;
  /** Hexadecimal SHA-256 of the content; undefined when there is no such object. */
  sha256(key: string, signal: AbortSignal): Promise<string | undefined>;
  /** Writes an object whose content the store has checked; false when the condition does not hold. */
  write(key: string, body: ObjectBody, condition: WriteCondition, signal: AbortSignal): Promise<boolean>;
  /** Every object below a prefix. */
  list(prefix: string, signal: AbortSignal): Promise<readonly ObjectFacts[]>;
  close(): void;
}

/** `s3://bucket/key`. */
export function addressOf(store: ObjectStore, key: string): string {
  return `s3://${store.bucket}/${key}`;
}

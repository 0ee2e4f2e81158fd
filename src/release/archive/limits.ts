/** What a release may hold; past it an archive is taken for a bomb. */
export interface Limits {
  /** Bytes of all files together. */
  readonly unpackedBytes: number;
  /** Files, folders and links together. */
  readonly entries: number;
}

/** 1 GiB and 100,000 entries: twelve times WordPress and thirty times its files; instances unpack it while they boot. */
export const LIMITS: Limits = { unpackedBytes: 2 ** 30, entries: 100_000 };

/** Longest download of WordPress in bytes; its archive has 25 MB. */
export const DOWNLOAD_LIMIT_BYTES = 200_000_000;

/** Longest env file in bytes. */
export const ENV_LIMIT_BYTES = 64 * 1024;

import { UserError } from '../core/errors';
import { isObject, parseObject, textOf, textsOf, type JsonObject } from '../terraform/json';

/** A plugin or theme in a release. */
export interface ReleasePart {
  /** Its folder. */
  readonly name: string;
  /** From its header; absent when it has none. */
  readonly version?: string;
}

/** What `release.json` says of a release. */
export interface ReleaseManifest {
  readonly format: 1;
  readonly name: string;
  readonly code: {
    /** Hexadecimal SHA-256 of `code.tar.gz`. */
    readonly sha256: string;
    readonly bytes: number;
    readonly files: number;
    readonly unpackedBytes: number;
  };
  readonly env: {
    /** Hexadecimal SHA-256 of `env`. */
    readonly sha256: string;
    readonly names: readonly string[];
  };
  /** Absent when the release is another site. */
  readonly wordpress?: { readonly version: string };
  /** Those that were added; what WordPress brings along is not listed. */
  readonly plugins: readonly ReleasePart[];
  readonly themes: readonly ReleasePart[];
}

const SHA256 = /^[0-9a-f]{64}$/;

/** The text of `release.json`; the same manifest gives the same bytes. */
export function manifestText(manifest: ReleaseManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** @throws UserError when the text is no manifest of this format */
export function parseManifest(text: string, place: string): ReleaseManifest {
  const json = parseObject(text);
  if (json === undefined)
    throw new UserError(`'${place}' must hold a JSON object; build and publish the release again`);
  if (json['format'] !== 1) {
    throw new UserError(
      `'format' must be 1 in '${place}', got ${JSON.stringify(json['format'])}; use the version of this tool that wrote it`,
    );
  }
  const member = (object: unknown, name: string): JsonObject => {
    if (isObject(object)) return object;
    throw broken(place, name);
  };
  const code = member(json['code'], 'code');
  const env = member(json['env'], 'env');
  return {
    format: 1,
    name: textMember(json, 'name', place),
    code: {
      sha256: digest(code, 'code', place),
      bytes: number(code, 'bytes', place),
      files: number(code, 'files', place),
      unpackedBytes: number(code, 'unpackedBytes', place),
    },
    env: { sha256: digest(env, 'env', place), names: textsOf(env['names']) },
    ...(json['wordpress'] === undefined
      ? {}
      : { wordpress: { version: textMember(member(json['wordpress'], 'wordpress'), 'version', place) } }),
    plugins: parts(json['plugins'], place),
    themes: parts(json['themes'], place),
  };
}

function parts(value: unknown, place: string): readonly ReleasePart[] {
  if (!Array.isArray(value)) throw broken(place, 'plugins or themes');
  return value.filter(isObject).map((part) => {
    const version = textOf(part, 'version');
    return { name: textMember(part, 'name', place), ...(version === undefined ? {} : { version }) };
  });
}

function digest(object: JsonObject, of: string, place: string): string {
  const value = textOf(object, 'sha256');
  if (value === undefined || !SHA256.test(value)) throw broken(place, `${of}.sha256`);
  return value;
}

function textMember(object: JsonObject, name: string, place: string): string {
  const value = textOf(object, name);
  if (value === undefined) throw broken(place, name);
  return value;
}

function number(object: JsonObject, name: string, place: string): number {
  const value = object[name];
  if (typeof value !== 'number') throw broken(place, name);
  return value;
}

function broken(place: string, member: string): UserError {
  return new UserError(`'${member}' is missing or malformed in '${place}'; build and publish the release again`);
}

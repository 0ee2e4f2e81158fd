import type { CommandResult, Context } from './context';
import type { CommonOptions } from './options';

/** One option of a command beside the common ones, in commander's notation. */
export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  /** May be given several times; the command gets a list. */
  readonly repeatable?: boolean;
}

/** An argument of a command; the command finds it among its options. */
export interface ArgumentSpec {
  readonly name: string;
  readonly description: string;
  /** @default false */
  readonly required?: boolean;
  /**
   * May be given several times; the command gets a list.
   *
   * @default false
   */
  readonly repeatable?: boolean;
}

/** One command: what `--help` says of it and where its code is. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What it does, in full sentences. */
  readonly description: string;
  /** @default - none */
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  readonly examples: readonly string[];
  /**
   * Commands below it, as `baseline` in `drift baseline`.
   *
   * @default - none
   */
  readonly commands?: readonly CommandSpec[];
  /** Loads the command and runs it. Its own options are those that `options` declares. */
  run(context: Context, options: CommonOptions & GivenOptions): Promise<CommandResult>;
}

/** Options and argument as commander read them. */
export type GivenOptions = Readonly<Record<string, unknown>>;

/** Those of the named options that were given, as text. */
export function textOptions<Name extends string>(
  options: GivenOptions,
  ...names: readonly Name[]
): Partial<Record<Name, string>> {
  const given = names.filter((name) => typeof options[name] === 'string');
  return Object.fromEntries(given.map((name) => [name, String(options[name])])) as Partial<Record<Name, string>>;
}

/** The values of an option that may be given several times. */
export function listOption(options: GivenOptions, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

import { UserError } from '../core/errors';
import { isObject, parseObject, textOf, type JsonObject } from './json';

/** One warning or error that Terraform reports. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** The resource it is about, when it is about one. */
  readonly address?: string;
}

/** A run of Terraform failed; the message holds its own diagnostics, without the values of any expression. */
export class TerraformError extends UserError {
  override readonly name = 'TerraformError';

  constructor(
    message: string,
    /** Errors only. */
    readonly diagnostics: readonly Diagnostic[],
  ) {
    super(message);
  }
}

/** The diagnostics in the lines that Terraform writes with `-json`; lines that are no JSON are left out. */
export function diagnosticsOf(output: string): Diagnostic[] {
  return output.split('\n').flatMap((line) => {
    const event = line.startsWith('{') ? parseObject(line) : undefined;
    const diagnostic = event?.type === 'diagnostic' && isObject(event.diagnostic) ? event.diagnostic : undefined;
    return diagnostic === undefined ? [] : [toDiagnostic(diagnostic)];
  });
}

/** An error for a run that failed: what was run, then each error as Terraform tells it. */
export function terraformError(stack: string, command: string, output: string, stderr: string): TerraformError {
  const errors = diagnosticsOf(output).filter(({ severity }) => severity === 'error');
  const told = errors.length > 0 ? errors.map(describeDiagnostic) : [indent(withoutColours(stderr || output).trim())];
  return new TerraformError([`stack '${stack}': 'terraform ${command}' failed`, ...new Set(told)].join('\n'), errors);
}

function describeDiagnostic(diagnostic: Diagnostic): string {
  const detail = lockDetail(diagnostic.detail) ?? diagnostic.detail.trim();
  const lines = [
    diagnostic.summary,
    ...(detail === '' ? [] : [indent(detail)]),
    ...(diagnostic.address === undefined ? [] : [indent(`at ${diagnostic.address}`)]),
  ];
  return indent(lines.join('\n'));
}

/** Who holds the lock and what to do, in place of Terraform's advice to go on without one; undefined when nobody holds it. */
function lockDetail(detail: string): string | undefined {
  if (!detail.includes('Lock Info:')) return undefined;
  const value = (name: string): string => new RegExp(`^ *${name}: *(.+)$`, 'm').exec(detail)?.[1]?.trim() ?? 'unknown';
  return [
    `held by ${value('Who')} for ${value('Operation')} since ${value('Created')} (lock ${value('ID')})`,
    "'wordpress-ha unlock' tells whether that still runs, and releases the lock",
  ].join('\n');
}

function toDiagnostic(json: JsonObject): Diagnostic {
  return {
    severity: json.severity === 'warning' ? 'warning' : 'error',
    summary: textOf(json, 'summary') ?? '',
    detail: textOf(json, 'detail') ?? '',
    address: textOf(json, 'address'),
  };
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function withoutColours(text: string): string {
  // eslint has a rule against control characters in literals; ESC is what starts a colour
  return text.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');
}

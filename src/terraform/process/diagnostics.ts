import { UserError } from '../../core/errors';
import { isObject, parseObject, textOf, type JsonObject } from '../json';

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

/** A lock that another process holds, and the words for it. */
export interface HeldLock {
  readonly id: string;
  readonly description: string;
}

/** What a run that failed left behind. */
export interface FailedRun {
  /** Standard output, with diagnostics as JSON lines. */
  readonly output: string;
  readonly stderr: string;
  /** Takes the place of the detail of an error that names this lock: Terraform's own advises to go on without one. */
  readonly lock?: HeldLock;
}

/** An error for a run that failed: what was run, then each error as Terraform tells it. */
export function terraformError(stack: string, command: string, { output, stderr, lock }: FailedRun): TerraformError {
  const errors = diagnosticsOf(output).filter(({ severity }) => severity === 'error');
  const told =
    errors.length > 0
      ? errors.map((error) => describeDiagnostic(error, lock))
      : [indent(withoutColours(stderr || output).trim())];
  return new TerraformError([`stack '${stack}': 'terraform ${command}' failed`, ...new Set(told)].join('\n'), errors);
}

function describeDiagnostic(diagnostic: Diagnostic, lock: HeldLock | undefined): string {
  const detail =
    lock !== undefined && diagnostic.detail.includes(lock.id) ? lock.description : diagnostic.detail.trim();
  const lines = [
    diagnostic.summary,
    ...(detail === '' ? [] : [indent(detail)]),
    ...(diagnostic.address === undefined ? [] : [indent(`at ${diagnostic.address}`)]),
  ];
  return indent(lines.join('\n'));
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

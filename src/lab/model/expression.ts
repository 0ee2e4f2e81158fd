/** An expression of Terraform, as far as synthesized stacks hold any. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'reference'; readonly path: readonly (string | number)[] };

/** An expression that uses more of the language than the parser knows. */
export class UnknownSyntax extends Error {
  override readonly name = 'UnknownSyntax';
}

const NAME = /[A-Za-z_][\w-]*/y;
const NUMBER = /-?\d+(\.\d+)?/y;
const SPACE = /\s*/y;
const KEYWORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/**
 * Parses a text of Terraform's JSON syntax, which is a template.
 *
 * @throws UnknownSyntax when it uses operators, `for`, conditions or directives
 */
export function parseTemplate(text: string): Expression {
  const parser = new Parser(text);
  return parser.template(undefined);
}

class Parser {
  private position = 0;

  constructor(private readonly text: string) {}

  /** A template up to the closing quote, or to the end of the text. */
  template(end: '"' | undefined): Expression {
    const parts: Expression[] = [];
    let literal = '';
    while (this.position < this.text.length && this.text[this.position] !== end) {
      if (this.takes('${')) {
        if (literal !== '') parts.push({ kind: 'literal', value: literal });
        literal = '';
        parts.push(this.interpolation());
      } else literal += this.character(end !== undefined);
    }
    if (literal !== '' || parts.length === 0) parts.push({ kind: 'literal', value: literal });
    const [only] = parts;
    // a lone interpolation keeps its type
    return parts.length === 1 && only !== undefined ? only : { kind: 'template', parts };
  }

  private interpolation(): Expression {
    const inner = this.expression();
    this.expect('}');
    return inner;
  }

  private character(quoted: boolean): string {
    if (this.takes('$${')) return '${';
    if (this.takes('%%{')) return '%{';
    if (this.text.startsWith('%{', this.position)) throw this.unknown();
    const one = this.text[this.position++] ?? '';
    if (!quoted || one !== '\\') return one;
    const escaped = ESCAPES[this.text[this.position++] ?? ''];
    if (escaped === undefined) throw this.unknown();
    return escaped;
  }

  private expression(): Expression {
    this.match(SPACE);
    const number = this.match(NUMBER);
    if (number !== undefined) return this.ended({ kind: 'literal', value: Number(number) });
    if (this.takes('"')) {
      const inner = this.template('"');
      this.expect('"');
      return this.ended(inner);
    }
    if (this.takes('[')) return this.ended({ kind: 'list', items: this.listed(']') });
    const name = this.match(NAME);
    if (name === undefined || name === 'for') throw this.unknown();
    if (this.takes('(')) return this.ended({ kind: 'call', name, arguments: this.listed(')') });
    const keyword = KEYWORDS[name];
    if (keyword !== undefined) return this.ended({ kind: 'literal', value: keyword });
    return this.ended({ kind: 'reference', path: [name, ...this.steps()] });
  }

  private listed(end: ')' | ']'): Expression[] {
    const items: Expression[] = [];
    this.match(SPACE);
    while (!this.takes(end)) {
      items.push(this.expression());
      this.match(SPACE);
      if (!this.takes(',') && this.text[this.position] !== end) throw this.unknown();
      this.match(SPACE);
    }
    return items;
  }

  /** `.name`, `[0]` and `["name"]`. */
  private steps(): (string | number)[] {
    const steps: (string | number)[] = [];
    for (;;) {
      if (this.takes('.')) steps.push(this.match(NAME) ?? this.fail());
      else if (this.takes('[')) {
        const index = this.expression();
        if (index.kind !== 'literal' || index.value === null || typeof index.value === 'boolean') throw this.unknown();
        steps.push(index.value);
        this.expect(']');
      } else return steps;
    }
  }

  /** What follows an expression must end it: anything else would be an operator. */
  private ended(expression: Expression): Expression {
    this.match(SPACE);
    const next = this.text[this.position];
    if (next !== undefined && !'})],"'.includes(next)) throw this.unknown();
    return expression;
  }

  private takes(token: string): boolean {
    if (!this.text.startsWith(token, this.position)) return false;
    this.position += token.length;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    this.position += found?.length ?? 0;
    return found;
  }

  private expect(token: string): void {
    if (!this.takes(token)) throw this.unknown();
  }

  private fail(): never {
    throw this.unknown();
  }

  private unknown(): UnknownSyntax {
    return new UnknownSyntax(`cannot read '${this.text.slice(this.position, this.position + 40)}'`);
  }
}

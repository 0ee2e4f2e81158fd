/** A part of a text of Terraform JSON. */
export interface TextPart {
  readonly kind: 'text' | 'expression';
  readonly text: string;
}

/** One step of an attribute access. */
export interface Step {
  readonly name: string;
  /** Written in brackets: an instance key, a position or a member of a map. */
  readonly bracketed: boolean;
}

/** An attribute access in an expression. */
export interface Traversal {
  /** `aws_s3_bucket.Media`, `data.aws_region.here`, `module.x`, `local.x`, `var.y`. */
  readonly root: string;
  /** What is read of it, in order. */
  readonly steps: readonly Step[];
}

const STEP = String.raw`(?:\.(?:[A-Za-z_][\w-]*|\d+|\*)|\[(?:"(?:[^"\\]|\\.)*"|\d+|\*)\])`;
const NAME = String.raw`[A-Za-z_][\w-]*`;
const TRAVERSAL = new RegExp(String.raw`(?<![\w."-])((?:data\.)?${NAME}\.${NAME})(${STEP}*)`, 'g');
const WHOLE = new RegExp(`^${TRAVERSAL.source}$`);

/** Splits a text of Terraform JSON into what stands as it is and what is computed. */
export function partsOf(text: string): readonly TextPart[] {
  if (!text.includes('${') && !text.includes('%{')) return [{ kind: 'text', text }];
  const parts: TextPart[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const sign = text.slice(at, at + 2);
    if ((sign === '$$' || sign === '%%') && text[at + 2] === '{') {
      plain += text.slice(at + 1, at + 3);
      at += 3;
    } else if (sign === '${' || sign === '%{') {
      const end = endOfExpression(text, at + 2);
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      plain = '';
      parts.push({ kind: 'expression', text: text.slice(at + 2, end).trim() });
      at = end + 1;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  return plain === '' ? parts : [...parts, { kind: 'text', text: plain }];
}

/** The traversal that an expression consists of; undefined for anything more. */
export function wholeTraversal(expression: string): Traversal | undefined {
  const [, root, steps] = WHOLE.exec(expression) ?? [];
  return root === undefined ? undefined : traversal(root, steps ?? '');
}

/** Every traversal in an expression, also inside calls; texts in quotes are left out but for what they interpolate. */
export function traversals(expression: string): readonly Traversal[] {
  return [...withoutTexts(expression).matchAll(TRAVERSAL)].map(([, root = '', steps = '']) => traversal(root, steps));
}

function traversal(root: string, path: string): Traversal {
  const steps = [...path.matchAll(new RegExp(STEP, 'g'))].map(([step]) => ({
    name: step.replace(/^\.|^\["?|"?\]$/g, '').replace(/\\(.)/g, '$1'),
    bracketed: step.startsWith('['),
  }));
  return { root, steps };
}

/** Position of the brace that ends an expression; texts and inner braces are skipped. */
function endOfExpression(text: string, start: number): number {
  for (let at = start, depth = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfText(text, at + 1);
    else if (sign === '{') depth += 1;
    else if (sign === '}' && depth === 0) return at;
    else if (sign === '}') depth -= 1;
  }
  return text.length;
}

/** Position of the quote that ends a text inside an expression. */
function endOfText(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '$' && text[at + 1] === '{' && text[at - 1] !== '$') at = endOfExpression(text, at + 2);
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** The expression with the texts in quotes emptied; keys of instances and interpolations stay. */
function withoutTexts(expression: string): string {
  let result = '';
  for (let at = 0; at < expression.length; at += 1) {
    if (expression[at] !== '"') {
      result += expression[at];
      continue;
    }
    const end = endOfText(expression, at + 1);
    const text = expression.slice(at, end + 1);
    const inner = partsOf(text.slice(1, -1)).filter(({ kind }) => kind === 'expression');
    result +=
      expression[at - 1] === '[' && inner.length === 0
        ? text
        : inner.map((part) => ` ${withoutTexts(part.text)} `).join('');
    at = end;
  }
  return result;
}

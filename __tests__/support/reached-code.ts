import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '../..');

/** What a file of the sources names that could change something outside. */
export interface ReachedFile {
  /** Path from the root of the project. */
  readonly file: string;
  /** What is called, as it is written, such as `terraform.plan`. */
  readonly calls: readonly string[];
  /** Names of classes that are made, such as `PublishCommand`. */
  readonly made: readonly string[];
  /** Modules that are none of ours, such as `node:child_process`. */
  readonly modules: readonly string[];
}

/** Every source that runs once the given ones do: what they import, at once or when it is needed, but not as types only. */
export function reachedFrom(...entries: readonly string[]): readonly ReachedFile[] {
  const found = new Map<string, ReachedFile>();
  const visit = (path: string): void => {
    const file = relative(ROOT, path);
    if (found.has(file)) return;
    const { targets, ...rest } = readSource(path);
    found.set(file, { file, modules: targets.filter((target) => !target.startsWith('.')), ...rest });
    for (const target of targets.filter((each) => each.startsWith('.'))) {
      const next = sourceOf(resolve(dirname(path), target));
      if (next !== undefined) visit(next);
    }
  };
  entries.forEach((entry) => visit(join(ROOT, entry)));
  return [...found.values()];
}

/** The TypeScript behind a path of an import; data and plain scripts are none. */
function sourceOf(path: string): string | undefined {
  const bare = path.replace(/\.js$/, '');
  return [`${bare}.ts`, join(bare, 'index.ts')].find((each) => existsSync(each));
}

function readSource(path: string): Pick<ReachedFile, 'calls' | 'made'> & { readonly targets: readonly string[] } {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const [calls, made, targets] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && runs(node.importClause)) targets.add(textOf(node.moduleSpecifier));
    if (ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier !== undefined)
      targets.add(textOf(node.moduleSpecifier));
    if (ts.isNewExpression(node)) made.add(node.expression.getText());
    if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) targets.add(textOf(node.arguments[0]));
      else calls.add(node.expression.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { calls: [...calls], made: [...made], targets: [...targets] };
}

function runs(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return true;
  const bindings = clause.namedBindings;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
  if (clause.name !== undefined || bindings === undefined || ts.isNamespaceImport(bindings)) return true;
  return bindings.elements.some(({ isTypeOnly }) => !isTypeOnly);
}

/** @throws Error when a module is named by an expression: nobody could tell what it reaches */
function textOf(node: ts.Node | undefined): string {
  if (node !== undefined && ts.isStringLiteralLike(node)) return node.text;
  throw new Error(`'${node?.getSourceFile().fileName}' imports what is not a plain text: ${node?.getText()}`);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { COMMAND_GROUPS } from '../src/cli/command-groups';
import { COMMANDS } from '../src/cli/command-table';

const ROOT = resolve(__dirname, '..');
const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
};
/** What npm runs without a script of that name, and cdktf's own commands. */
const NPM_COMMANDS = ['ci', 'install', 'test', 'run', 'pack', 'publish'];
const CDKTF_COMMANDS = ['synth', 'plan', 'diff', 'apply', 'deploy', 'destroy', 'list', 'output'];

/** A fenced piece of a document. */
interface Block {
  /** File and line, for messages. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

function documents(): readonly string[] {
  const below = existsSync(join(ROOT, 'docs'))
    ? readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path))
    : [];
  return ['README.md', ...below.filter((path) => path.endsWith('.md'))];
}

function blocksOf(document: string): readonly Block[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return [...text.matchAll(/^( *)```(\w*)[^\n]*\n(.*?)^\1```/gms)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length;
    return { place: `${document}:${line}`, language: match[2] ?? '', text: match[3] ?? '' };
  });
}

/** What the compiler has to say of each block, as a module of its own in the root of the project. */
function problemsOf(blocks: readonly Block[]): readonly string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    types: ['node', 'jest'],
    paths: {
      [PACKAGE.name]: ['./src/index.ts'],
      [`${PACKAGE.name}/stacks`]: ['./stacks/index.ts'],
      [`${PACKAGE.name}/policy`]: ['./src/policy/index.ts'],
      [`${PACKAGE.name}/testing`]: ['./src/testing/index.ts'],
    },
    baseUrl: ROOT,
  };
  const modules = new Map(blocks.map((block, index) => [join(ROOT, `readme-block-${index}.ts`), block]));
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.getCurrentDirectory = () => ROOT;
  host.fileExists = (path) => modules.has(path) || onDisk.fileExists(path);
  host.readFile = (path) => modules.get(path)?.text ?? onDisk.readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const block = modules.get(path);
    return block === undefined
      ? onDisk.getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, block.text, language, true);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const file = diagnostic.file?.fileName ?? '';
    const place = modules.get(file)?.place ?? relative(ROOT, file);
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    return `${place}, line ${line + 1} of the block: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
  });
}

/** Shell blocks and inline code of a document: what people copy. */
function codeOf(document: string): string {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const shell = blocksOf(document).filter(({ language }) => ['sh', 'bash', 'shell', 'console'].includes(language));
  const inline = text.replaceAll(/^ *```.*?^ *```/gms, '').matchAll(/`([^`\n]+)`/g);
  return [...shell.map((block) => block.text.replaceAll(/^\s+/gm, '')), ...[...inline].map((match) => match[1])].join(
    '\n',
  );
}

/** What a document tells people to run that is not there. */
function unknownCommands(code: string): readonly string[] {
  const names = [...COMMANDS.map(({ name }) => name), ...COMMAND_GROUPS.map(({ name }) => name), 'help'];
  const found: readonly (readonly [RegExp, readonly string[]])[] = [
    [/\bnpm run ([\w:-]+)/g, Object.keys(PACKAGE.scripts)],
    [/(?:^|&& )npm (?!run\b)([a-z]+)/gm, NPM_COMMANDS],
    [/(?:^|\s)npx cdktf ([a-z]+)/gm, CDKTF_COMMANDS],
    [/(?:^|npx |\$ )wordpress-ha ([a-z][\w-]*)/gm, names],
    ...COMMAND_GROUPS.map(
      (group) =>
        [
          new RegExp(`\\bwordpress-ha ${group.name} ([a-z][\\w-]*)`, 'g'),
          group.commands.map(({ name }) => name),
        ] as const,
    ),
  ];
  return found.flatMap(([pattern, known]) =>
    [...code.matchAll(pattern)].filter(([, name = '']) => !known.includes(name)).map(([whole]) => whole.trim()),
  );
}

/** Options behind a command of the tool that the command does not have. */
function unknownOptions(code: string): readonly string[] {
  const common = ['--environment', '-e', '--stack', '--json', '--project', '--sandbox', '--no-synth', '--no-color'];
  const specs = new Map([
    ...COMMANDS.flatMap((spec) => [
      [spec.name, spec] as const,
      ...(spec.commands ?? []).map((below) => [`${spec.name} ${below.name}`, below] as const),
    ]),
    ...COMMAND_GROUPS.flatMap((group) => group.commands.map((spec) => [`${group.name} ${spec.name}`, spec] as const)),
  ]);
  const line = /(?:^|npx |\$ )wordpress-ha ([a-z][\w-]*)(?: ([a-z][\w-]*))?(.*)/gm;
  return [...code.matchAll(line)].flatMap(([whole, first = '', second = '', rest = '']) => {
    const spec = specs.get(`${first} ${second}`) ?? specs.get(first);
    const own = (spec?.options ?? []).flatMap(({ flags }) => flags.match(/--?[a-z][\w-]*/g) ?? []);
    const given = rest.match(/(?<=\s)--?[a-z][\w-]*/g) ?? [];
    const known = [...common, '--verbose', '--help', ...own];
    return given.filter((option) => !known.includes(option)).map((option) => `${option} in '${whole.trim()}'`);
  });
}

describe('the documents', () => {
  const blocks = documents().flatMap(blocksOf);

  test('the README has an example in TypeScript', () => {
    const examples = blocks.filter(({ place, language }) => place.startsWith('README.md') && language === 'ts');

    expect(examples).not.toEqual([]);
  });

  test('every example in TypeScript compiles against the package', () => {
    expect(problemsOf(blocks.filter(({ language }) => language === 'ts'))).toEqual([]);
  });

  test('an example with a mistake would be found', () => {
    const text = `import { Network } from '${PACKAGE.name}';\nconst network: number = Network;\nnew Network();\n`;

    expect(problemsOf([{ place: 'example', language: 'ts', text }])).toHaveLength(2);
  });

  test.each(documents())('%s names only commands that exist', (document) => {
    expect(unknownCommands(codeOf(document))).toEqual([]);
  });

  test.each(documents())('%s names only options that exist', (document) => {
    expect(unknownOptions(codeOf(document))).toEqual([]);
  });

  test('a command or an option that does not exist would be found', () => {
    const code =
      'npm ci && npm run nothing\nnpx cdktf wish\nnpx wordpress-ha deploy\nwordpress-ha plan --offline --fast';

    expect(unknownCommands(code)).toEqual(['npm run nothing', 'npx cdktf wish', 'npx wordpress-ha deploy']);
    expect(unknownOptions(code)).toEqual(["--fast in 'wordpress-ha plan --offline --fast'"]);
  });

  test.each(documents())('%s links only to files that exist', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');

    expect(targets.filter((target) => !existsSync(resolve(ROOT, document, '..', target)))).toEqual([]);
  });
});

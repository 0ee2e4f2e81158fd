import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '..');
const ENTRIES = ['src/index.ts', 'stacks/index.ts', 'src/policy/index.ts', 'src/testing/index.ts'];

interface Export {
  readonly name: string;
  /** Where it is declared, for messages. */
  readonly place: string;
  readonly documented: boolean;
}

/** What each entry of the package exports. */
function exportsOf(entries: readonly string[]): ReadonlyMap<string, readonly Export[]> {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(
    entries.map((entry) => join(ROOT, entry)),
    { ...options, noEmit: true },
  );
  const checker = program.getTypeChecker();
  const describeExport = (symbol: ts.Symbol): Export => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const place = target.declarations?.[0]?.getSourceFile().fileName.slice(ROOT.length + 1) ?? 'nowhere';
    return { name: symbol.name, place, documented: target.getDocumentationComment(checker).length > 0 };
  };
  return new Map(
    entries.map((entry) => {
      const file = program.getSourceFile(join(ROOT, entry));
      const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
      if (module === undefined) throw new Error(`'${entry}' is no module`);
      return [entry, checker.getExportsOfModule(module).map(describeExport)];
    }),
  );
}

/** Every module that is loaded when a file is, relative to the root. */
function loadedBy(entry: string): readonly string[] {
  const script = `require(${JSON.stringify(join(ROOT, entry))});
    console.log(JSON.stringify(Object.keys(require.cache)));`;
  const args = ['--require', 'tsx/cjs', '--eval', script];
  const printed = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return (JSON.parse(printed) as string[]).map((path) =>
    path.startsWith(ROOT) ? path.slice(ROOT.length + 1) : path.replace(/^.*\/node_modules\//, 'node_modules/'),
  );
}

describe('the public API', () => {
  const exports = exportsOf(ENTRIES);

  test.each(ENTRIES)('everything that %s exports says what it is for', (entry) => {
    const silent = exports.get(entry)?.filter(({ documented }) => !documented) ?? [];

    expect(silent.map(({ place, name }) => `${place}: ${name}`)).toEqual([]);
  });

  test('has the constructs, the configuration and the types that their props are made of', () => {
    const names = exports.get('src/index.ts')?.map(({ name }) => name);

    expect(names).toEqual(
      expect.arrayContaining(['Network', 'Database', 'SharedFiles', 'WebFleet', 'LoadBalancer', 'EncryptionKey']),
    );
    expect(names).toEqual(expect.arrayContaining(['defineEnvironment', 'userData', 'LoadBalancerAlarms']));
    expect(names).toEqual(expect.arrayContaining(['INetwork', 'IConnectable', 'NameScope', 'Subnet', 'UserError']));
  });

  test('has no part of the command line', () => {
    const rooms = new Set(exports.get('src/index.ts')?.map(({ place }) => dirname(place).split('/')[1]));

    for (const room of ['cli', 'drift', 'sandbox', 'terraform']) expect(rooms).not.toContain(room);
  });
});

describe('importing the package', () => {
  const loaded = loadedBy('src/index.ts');

  test('loads bindings one by one, never all of them', () => {
    const bindings = loaded.filter((path) => path.includes('node_modules/@cdktf/provider-aws/'));

    expect(bindings.length).toBeGreaterThan(40);
    expect(bindings.filter((path) => /provider-aws\/lib\/index\.js$/.test(path))).toEqual([]);
    // the provider has about 1,500 resources; a root import would load every one
    expect(new Set(bindings.map((path) => dirname(path))).size).toBeLessThan(150);
  });

  test('loads nothing of the command line', () => {
    expect(loaded.filter((path) => /^src\/(cli|drift|sandbox|terraform)\//.test(path))).toEqual([]);
  });
});

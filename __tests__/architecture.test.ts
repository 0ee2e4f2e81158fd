import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** Which rooms a room may import from; itself is always allowed (the project's layering, first to last). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  config: ['core'],
  bootstrap: ['core'],
  suppression: ['core'],
  iam: ['core'],
  network: ['core', 'suppression', 'iam'],
  security: ['core', 'suppression', 'iam', 'network'],
  data: ['core', 'suppression', 'iam', 'network', 'security'],
  compute: ['core', 'suppression', 'iam', 'network', 'security', 'data', 'bootstrap'],
  edge: ['core', 'suppression', 'iam', 'network', 'security', 'data', 'compute'],
  operations: ['core', 'suppression', 'iam', 'network', 'security', 'data', 'compute', 'edge'],
  terraform: ['core'],
  drift: ['core', 'terraform'],
  policy: ['core', 'terraform'],
  sandbox: ['core', 'terraform'],
  release: ['core', 'terraform', 'bootstrap'],
  lab: ['core', 'terraform', 'sandbox'],
  cli: ['core', 'terraform', 'drift', 'policy', 'sandbox', 'lab', 'release'],
  testing: ['core', 'terraform', 'policy'],
};

/** Rooms that read JSON only and must outlive cdktf. */
const WITHOUT_CDKTF = [
  'core',
  'config',
  'bootstrap',
  'terraform',
  'drift',
  'policy',
  'sandbox',
  'lab',
  'release',
  'cli',
];

const TOP_LEVEL = ['stacks', 'src', '__tests__', 'docs', 'scripts', 'examples'];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string, ending = '.ts'): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'/gms);
  const lazy = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [
    ...[...statements].map((match) => ({ file, target: match[2] ?? '', typeOnly: match[1] !== undefined })),
    ...[...lazy].map((match) => ({ file, target: match[1] ?? '', typeOnly: false })),
  ];
}

/** Names of the folders right in a folder. */
function foldersOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** `src/<room>/...` -> room; files right in src belong to `index`. */
function roomOf(file: string): string {
  const [top, second, third] = file.split(sep);
  return top === 'src' ? (third === undefined ? 'index' : (second ?? '')) : (top ?? '');
}

/** `src/<room>/<folder>/...` -> `src/<room>/<folder>`; a file right in its room is in no folder. */
function folderOf(path: string): string | undefined {
  const [top, room, folder, file] = path.split(sep);
  if (top !== 'src' || room === undefined || folder === undefined) return undefined;
  const place = join(top, room, folder);
  return file !== undefined || existsSync(join(ROOT, place, 'index.ts')) ? place : undefined;
}

function resolved(entry: Import): string {
  return entry.target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(entry.file), entry.target)) : entry.target;
}

const sources = [...filesBelow('src'), ...filesBelow('stacks'), 'main.ts'];
const imports = sources.flatMap(importsOf);

describe('the layering of the project', () => {
  test('every room of src is known', () => {
    const rooms = new Set(filesBelow('src').map(roomOf));
    expect([...rooms].filter((room) => room !== 'index' && !(room in ALLOWED))).toEqual([]);
  });

  test('a room imports only from the rooms to its left', () => {
    const wrong = imports.flatMap((entry) => {
      const from = roomOf(entry.file);
      const target = resolved(entry);
      if (!entry.target.startsWith('.') || !(from in ALLOWED)) return [];
      const to = target.startsWith(`src${sep}`) ? (target.split(sep)[1] ?? '') : target;
      return to === from || ALLOWED[from]?.includes(to) ? [] : [`${entry.file} imports ${target}`];
    });
    expect(wrong).toEqual([]);
  });

  test('docs/architecture.md names every room and every folder in one of the engines, and no other', () => {
    const [constructs = '', engines = ''] = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8').split(
      '## Engines and the tool',
    );
    const roomsIn = (text: string): string[] => [...text.matchAll(/`src\/([a-z]+)`/g)].map(([, room]) => room ?? '');
    const told = engines.split('\n').flatMap((line) => {
      const [, room] = /^\| `src\/([a-z]+)`/.exec(line) ?? [];
      const [, , , folders = ''] = line.split('|');
      return room === undefined ? [] : [...folders.matchAll(/`([a-z-]+)`/g)].map(([, name]) => `${room}/${name}`);
    });
    const inEngines = (room: string): boolean => roomsIn(engines).includes(room);
    const folders = foldersOf('src').flatMap((room) =>
      inEngines(room) ? foldersOf(join('src', room)).map((name) => `${room}/${name}`) : [],
    );

    expect([...roomsIn(constructs), ...roomsIn(engines)].sort()).toEqual(foldersOf('src').sort());
    expect(told.sort()).toEqual(folders.sort());
  });

  test('the folders of a room use one another in one direction', () => {
    const uses = new Map<string, Set<string>>();
    for (const entry of imports.filter(({ typeOnly }) => !typeOnly)) {
      const [from, to] = [folderOf(entry.file), folderOf(resolved(entry))];
      if (from === undefined || to === undefined || from === to || dirname(from) !== dirname(to)) continue;
      uses.set(from, (uses.get(from) ?? new Set()).add(to));
    }
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const to of uses.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to));
      return seen;
    };
    expect([...uses.keys()].filter((folder) => reached(folder).has(folder))).toEqual([]);
  });

  test('rooms that read JSON import neither cdktf nor constructs nor the provider bindings', () => {
    const wrong = imports
      .filter((entry) => WITHOUT_CDKTF.includes(roomOf(entry.file)) && !entry.typeOnly)
      .filter((entry) => /^(cdktf|constructs|@cdktf\/)/.test(entry.target))
      .map((entry) => `${entry.file} imports ${entry.target}`);
    expect(wrong).toEqual([]);
  });

  test('stacks accept findings of the policy in one folder, by one helper', () => {
    const accepting = imports
      .filter(({ file }) => roomOf(file) === 'stacks')
      .filter((entry) => resolved(entry).startsWith(join('src', 'suppression')))
      .map(({ file }) => file);
    expect(accepting).toEqual([join('stacks', 'accepted', 'acceptor.ts')]);
  });

  test('the bindings of the provider are imported by deep path', () => {
    const wrong = imports.filter((entry) => /^@cdktf\/provider-aws(\/lib)?$/.test(entry.target));
    expect(wrong).toEqual([]);
  });

  test('only the entry points of the command line end the process', () => {
    const entries = [join('src', 'cli', 'main.ts'), join('src', 'cli', 'commands', 'demo', 'main.ts')];
    const wrong = filesBelow('src')
      .filter((file) => !entries.includes(file))
      .filter((file) => /process\.(exit\(|exitCode\s*=)/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('main.ts stays a composition root of at most 40 lines', () => {
    expect(readFileSync(join(ROOT, 'main.ts'), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });

  test('nothing but the prescribed folders lies at the top', () => {
    const entries = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const own = entries.map((entry) => entry.name).filter((name) => !name.startsWith('.'));
    const made = ['node_modules', 'lib', 'cdktf.out', 'coverage'];
    expect(own.filter((name) => !TOP_LEVEL.includes(name) && !made.includes(name))).toEqual([]);
  });
});

describe('the size of files', () => {
  const lengths = (files: readonly string[]): number[] =>
    files.map((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length).sort((a, b) => a - b);

  test('no file is longer than 300 lines', () => {
    const all = [...sources, ...filesBelow('__tests__'), ...filesBelow('src', '.py')];
    const long = all.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  test('the median source file has at most 90 lines', () => {
    const sorted = lengths(sources);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
  });
});

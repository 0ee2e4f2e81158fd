'use strict';

const { spawnSync } = require('node:child_process');
const { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { default: Ajv } = require('ajv');
const { default: standaloneCode } = require('ajv/dist/standalone');

const root = dirname(__dirname);
const lib = join(root, 'lib');

/** Ends the build with the exit code of a step that failed. */
function step(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Copies what the compiler leaves behind: everything below `src` and `stacks` that is no TypeScript. */
function copyAssets(folder) {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.ts') || entry.parentPath.includes('__pycache__')) continue;
    const source = join(entry.parentPath, entry.name);
    cpSync(source, join(lib, relative(root, source)));
  }
}

/** Puts in the place of the module that compiles the schema of an environment what it compiles to. */
function generateShapeValidator() {
  const file = join(lib, 'src', 'config', 'shape-validator.js');
  const schemaModule = join(lib, 'src', 'config', 'environment-schema.js');
  const { environmentSchema, VALIDATOR_OPTIONS } = require(schemaModule);
  const ajv = new Ajv({ ...VALIDATOR_OPTIONS, code: { source: true } });
  ajv.addSchema(environmentSchema, 'environment');
  writeFileSync(file, standaloneCode(ajv, { validateShape: 'environment' }));
  rmSync(`${file}.map`, { force: true });
}

step(join(root, 'scripts', 'build-handler.js'));
rmSync(lib, { recursive: true, force: true });
step(join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc'), '-p', 'tsconfig.build.json');
['src', 'stacks'].forEach(copyAssets);
generateShapeValidator();
chmodSync(join(lib, 'src', 'cli', 'main.js'), 0o755);

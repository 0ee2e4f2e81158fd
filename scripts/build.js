'use strict';

const { spawnSync } = require('node:child_process');
const { chmodSync, cpSync, readdirSync, rmSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');

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

step(join(root, 'scripts', 'build-handler.js'));
rmSync(lib, { recursive: true, force: true });
step(join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc'), '-p', 'tsconfig.build.json');
['src', 'stacks'].forEach(copyAssets);
chmodSync(join(lib, 'src', 'cli', 'main.js'), 0o755);

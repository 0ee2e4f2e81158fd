'use strict';
// Bundles the Lambda handler of DatabaseUser with what it needs into a zip file beside the construct, where sources and
// compiled package find it alike. `npm ci` runs this; git does not keep the result.
// The same sources give the same bytes on every machine: entries are stored uncompressed, with one fixed date.
const { readFileSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { build } = require('esbuild');
const { zipSync } = require('fflate');

const ROOT = resolve(__dirname, '..');
const ENTRY = 'src/data/database-user/handler/handler.ts';
const TARGET = join(ROOT, 'src/data/database-user/handler.zip');

/** The licences of the packages in the bundle, which the copies in it must carry. */
function licences(inputs) {
  const folders = inputs.map((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]).filter(Boolean);
  return [...new Set(folders)].sort().map((inside) => {
    const folder = join(ROOT, inside);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${licenceText(folder)}\n`;
  });
}

function licenceText(folder) {
  for (const file of ['LICENSE', 'LICENSE.md', 'License', 'license', 'LICENCE', 'LICENSE.txt']) {
    try {
      return readFileSync(join(folder, file), 'utf8').trim();
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return 'See the package for its licence.';
}

/** The bytes of the zip file. */
async function bundleHandler() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    // paths get into the bundle: those below the root are the same wherever node_modules really lies
    preserveSymlinks: true,
    entryPoints: [ENTRY],
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    // the runtime brings the AWS SDK
    external: ['@aws-sdk/*'],
    legalComments: 'inline',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const encode = (text) => new TextEncoder().encode(text);
  const entries = {
    'index.js': outputFiles[0].contents,
    'LICENCES.txt': encode(licences(Object.keys(metafile.inputs)).join(`\n${'-'.repeat(80)}\n\n`)),
  };
  // zip holds local time: this is midnight of the same day wherever it runs
  return zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 });
}

async function main() {
  writeFileSync(TARGET, await bundleHandler());
}

module.exports = { bundleHandler };

if (require.main === module) {
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}

'use strict';

// preloaded into the app: lists at the end which modules of the provider it has really loaded
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const bindings = Object.keys(require.cache).filter((path) => /@cdktf[\\/]provider-aws[\\/]lib[\\/]/.test(path));
  writeFileSync(process.env.BENCH_LOADED_MODULES, JSON.stringify(bindings));
});

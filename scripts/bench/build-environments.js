'use strict';

// usage: build-environments.js COUNT DIR; builds and writes that many environments, then prints the peak memory in MB
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { App } = require('cdktf');
const { defineEnvironment } = require('../../lib/src/config');
const { buildStacks } = require('../../lib/stacks');
const { findEnvironment } = require('../../lib/stacks/environments');
const { withoutTokenTraces } = require('../../lib/stacks/token-traces');

const [count, directory] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
const base = findEnvironment('production');

for (let index = 0; index < Number(count); index += 1) {
  const environment = defineEnvironment({
    ...base,
    name: `site-${index}`,
    network: { ...base.network, cidrBlock: `10.${index}.0.0/16` },
    domain: { name: `www.site-${index}.example.com` },
  });
  withoutTokenTraces(() => {
    const app = new App({ outdir: join(directory, environment.name), stackTraces: false });
    buildStacks(app, environment);
    app.synth();
  });
}
process.stdout.write(String(process.resourceUsage().maxRSS / 1024));

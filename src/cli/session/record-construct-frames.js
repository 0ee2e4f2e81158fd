'use strict';

/**
 * Loaded into a cdktf app before its own code: writes for each Terraform element the place in the app's own sources that made
 * it, as JSON, path of the construct to `file:line:column`, into the file that WORDPRESS_HA_CONSTRUCT_FRAMES names.
 *
 * cdktf keeps no such traces. It runs in a process of the app, so it is plain JavaScript and needs nothing of this package.
 */
const { writeFileSync } = require('node:fs');
const Module = require('node:module');
const { relative, resolve, sep } = require('node:path');

/** Deep enough for constructs in constructs. */
const DEPTH = 60;

const target = process.env.WORDPRESS_HA_CONSTRUCT_FRAMES;
const frames = new Map();
const patched = new WeakSet();

/** The library that this file is part of: its constructs are made for somebody else. */
const library = resolve(__dirname, '..', '..') + sep;

function ownFrame() {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = DEPTH;
  const { stack } = new Error();
  Error.stackTraceLimit = limit;
  for (const line of String(stack).split('\n').slice(1)) {
    const place = line.trim().replace(/^at (?:.*? \()?(?:async )?/, '');
    const [, file, position] = /^(?:file:\/\/)?(.+):(\d+:\d+)\)?$/.exec(place) ?? [];
    if (file === undefined || /^node:|[\\/]node_modules[\\/]/.test(file) || file.startsWith(library)) continue;
    return `${relative(process.cwd(), file)}:${position}`;
  }
  return undefined;
}

function patch(Node) {
  if (Node === undefined || patched.has(Node)) return;
  patched.add(Node);
  const { addMetadata } = Node.prototype;
  Node.prototype.addMetadata = function (type, ...rest) {
    // what every element of cdktf does while it is made
    const frame = type === 'stacktrace' ? ownFrame() : undefined;
    if (frame !== undefined) frames.set(this.path, frame);
    return addMetadata.call(this, type, ...rest);
  };
}

if (target !== undefined) {
  const load = Module._load;
  Module._load = function (request, ...rest) {
    const loaded = load.call(this, request, ...rest);
    if (request === 'constructs') patch(loaded.Node);
    return loaded;
  };
  process.on('exit', () => {
    if (frames.size > 0) writeFileSync(target, JSON.stringify(Object.fromEntries(frames)));
  });
}

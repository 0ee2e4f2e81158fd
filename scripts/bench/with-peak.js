'use strict';

// usage: with-peak.js PROGRAM [ARGUMENT...]; runs it and prints the most memory in MB that it and its children ever had together
const { spawn } = require('node:child_process');
const { readdirSync, readFileSync } = require('node:fs');

const [program, ...args] = process.argv.slice(2);
const INTERVAL_MS = 100;

/** Memory in kB of a process, where pages that several processes share count in parts; 0 once it has ended. */
function memoryOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function parents() {
  const found = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      // the name of the program stands in brackets and may hold blanks
      const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      found.set(Number(pid), Number(parent));
    } catch {
      continue;
    }
  }
  return found;
}

/** The process and all below it, wherever they moved to in the meantime. */
function family(root) {
  const all = parents();
  const members = new Set([root]);
  for (let size = 0; size !== members.size;) {
    size = members.size;
    for (const [pid, parent] of all) if (members.has(parent)) members.add(pid);
  }
  return [...members];
}

const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
let peak = 0;
const timer = setInterval(() => {
  peak = Math.max(
    peak,
    family(child.pid).reduce((sum, pid) => sum + memoryOf(pid), 0),
  );
}, INTERVAL_MS);
child.once('close', (code) => {
  clearInterval(timer);
  process.stdout.write(String(peak / 1024));
  process.exitCode = code ?? 1;
});

'use strict';

// usage: judge-policy.js DIR; judges the stacks that were synthesized there by every rule, then prints how many seconds that
// added to a process that is running already: loading the rules, reading the stacks, judging them
const start = process.hrtime.bigint();
const { evaluate, loadAssembly, PACKS, RULES, selectRules } = require('../../lib/src/policy');
const { readAssembly } = require('../../lib/src/terraform/assembly');

const everyPack = PACKS.map(({ name }) => name);
const graph = loadAssembly(readAssembly(process.argv[2]));
const { results } = evaluate(graph, selectRules(RULES, everyPack), { today: '2026-11-21' });
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
process.stdout.write(JSON.stringify({ seconds, rules: RULES.length, judgements: results.length }));

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seconds, type Budget } from './budget';
import { COMPILED, compare, run, type Start } from './measure';

/** Writes a program that only imports the bindings that the app loads. */
function importsOnly(folder: string): string {
  const list = join(folder, 'loaded.json');
  const preload = join(__dirname, 'report-loaded.js');
  const variables = { CDKTF_OUTDIR: join(folder, 'loaded'), BENCH_LOADED_MODULES: list };
  run({ program: process.execPath, args: ['--require', preload, COMPILED.app], variables });
  const bindings = JSON.parse(readFileSync(list, 'utf8')) as string[];
  const program = join(folder, 'imports-only.js');
  writeFileSync(program, bindings.map((path) => `require(${JSON.stringify(path)});\n`).join(''));
  return program;
}

/** How long it takes to write the Terraform JSON of an environment, from the start of the process. */
export function synthBudgets(scratch: string, rounds: number): readonly Budget[] {
  const folder = mkdtempSync(join(scratch, 'synth-'));
  const imports = importsOnly(folder);
  const node = (program: string): Start => ({
    program: process.execPath,
    args: [program],
    variables: { CDKTF_OUTDIR: join(folder, 'compiled') },
  });
  const cdktf: Start = { program: 'npx', args: ['cdktf', 'synth', '--output', join(folder, 'cdktf')] };
  const times = compare(rounds, {
    synth: () => run(node(COMPILED.app)),
    imports: () => run(node(imports)),
    cdktf: () => run(cdktf),
  });
  const [synth, only, cli] = [seconds(times.synth), seconds(times.imports), seconds(times.cdktf)];
  return [
    {
      name: 'synth / imports',
      meaning: 'all stacks of production by the compiled app, over a process that only imports the same bindings',
      unit: 'x',
      value: times.synth / times.imports,
      limit: 2,
      detail: `${synth} / ${only}`,
    },
    {
      name: 'synth / cdktf synth',
      meaning: "the same over 'npx cdktf synth', which runs the app from its TypeScript sources",
      unit: 'x',
      value: times.synth / times.cdktf,
      limit: 0.2,
      detail: `${synth} / ${cli}`,
    },
  ];
}

import type { CounterExample, Proof } from '../proof';
import { mayDiffer } from './allowed-differences';
import { formsOf, type Form } from './form';

/** Whether what is tried in one environment says anything about the other. */
export const SHAPE: Proof = {
  name: 'shape',
  title: 'environments have the same shape but for a list of differences',
  why: 'A test in an environment of another shape proves nothing about production.',
  fix: 'Give both environments the same, or add the difference to the list with its reason.',
  pack: 'baseline',
  prove: (graph, { compared }) => {
    if (compared === undefined) return { statements: 0, counterExamples: [] };
    const [left, right] = [formsOf(graph, compared.name), formsOf(compared.graph, compared.with)];
    const keys = [...new Set([...left.keys(), ...right.keys()])];
    const found = keys.flatMap((key) => {
      const [here, there] = [left.get(key), right.get(key)];
      if (here !== undefined && there !== undefined) return differences(key, here, there, compared);
      const only = here ?? there;
      return only === undefined ? [] : absent(key, only, here === undefined ? compared.with : compared.name);
    });
    const both = keys.flatMap((key) => [...(left.get(key)?.attributes.keys() ?? [])]);
    return { statements: keys.length + both.length, counterExamples: found };
  },
};

interface Names {
  readonly name: string;
  readonly with: string;
}

function absent(key: string, { type, name, place }: Form, environment: string): readonly CounterExample[] {
  if (mayDiffer(type, name)) return [];
  const message = `only ${environment} has ${type} ${name}`;
  return [{ key, message, certain: true, evidence: [{ at: place, says: `in ${environment} only` }] }];
}

function differences(key: string, here: Form, there: Form, names: Names): readonly CounterExample[] {
  const paths = [...new Set([...here.attributes.keys(), ...there.attributes.keys()])];
  return paths.flatMap((path) => {
    const [left, right] = [here.attributes.get(path), there.attributes.get(path)];
    if (left === right || mayDiffer(here.type, here.name, path)) return [];
    const evidence = [
      { at: `${names.name}: ${here.place}`, says: told(left) },
      { at: `${names.with}: ${there.place}`, says: told(right) },
    ];
    return [
      { key: `${key} ${path}`, message: `${here.type} ${here.name} differs in '${path}'`, certain: true, evidence },
    ];
  });
}

/** Values are not shown: a difference may be a password. */
function told(value: string | undefined): string {
  return value === undefined ? 'does not set it' : 'sets it';
}

import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';

export const PROVIDER_PINNED = defineRule({
  id: 'WPHA-TF-004',
  title: 'providers are pinned to one version or one line of versions',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['terraform'],
  rows: ['TF-004'],
  maps: {},
  why: 'An open version lets tomorrow’s provider change what today’s review approved.',
  fix: "Give every entry of 'required_providers' a 'version' such as 5.100.0 or ~> 5.100, and commit the lock file.",
  check: (settings, graph) => {
    const required = requiredProviders(settings);
    const used = graph.resources.filter(({ mode, stack }) => mode === 'provider' && stack === settings.stack);
    const names = new Set([...required.keys(), ...used.map(({ type }) => type.slice('provider.'.length))]);
    const verdicts = [...names].map((name) => judge(settings, name, required.get(name)));
    return verdicts.length === 0 ? notApplicable() : verdicts;
  },
});

/** Versions by the name of the provider; an entry may be the version alone. */
function requiredProviders(settings: Resource): ReadonlyMap<string, Value> {
  return new Map(
    settings.blocks('required_providers').flatMap(({ node }) => {
      const names = node.kind === 'object' ? [...node.members.keys()] : [];
      return names.map((name) => {
        const entry = settings.get(['required_providers', name]);
        return [
          name,
          entry.text === undefined ? settings.get(['required_providers', name, 'version']) : entry,
        ] as const;
      });
    }),
  );
}

function judge(settings: Resource, name: string, version: Value | undefined): Verdict {
  const where = [settings, ['required_providers', name]] as const;
  const detail = { part: name };
  if (version === undefined || version.isUnset)
    return fail(where, `no version of provider '${name}' is required`, detail);
  if (version.text === undefined) return unknown(where, undefined, detail);
  if (isPinned(version.text)) return pass();
  return fail(where, `'${version.text}' lets provider '${name}' change by itself`, detail);
}

/** Exact, pessimistic, or limited above. */
function isPinned(version: string): boolean {
  return version.split(',').some((constraint) => /^\s*(=|~>|<=?)?\s*\d/.test(constraint));
}

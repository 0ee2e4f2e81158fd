import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { placeOf, type CounterExample, type Proof } from '../proof';
import TAGGABLE from './taggable-types.json';

/** Resources that nobody could assign to an owner or a bill. */
export const TAGS: Proof = {
  name: 'tags',
  title: 'everything that can be tagged is tagged',
  why: 'What carries no tag belongs to nobody when it has to be paid, patched or deleted.',
  fix: "Set 'default_tags' of the provider; Auto Scaling groups and what they launch need tags of their own.",
  pack: 'baseline',
  prove: (graph) => {
    const taggable = graph.ofType(...TAGGABLE).map((resource) => [resource, isTagged(resource, graph)] as const);
    const groups = graph.ofType('aws_autoscaling_group').map((group) => [group, tagsWhatItLaunches(group)] as const);
    const statements = [...taggable, ...groups];
    return { statements: statements.length, counterExamples: statements.flatMap(counterExample) };
  },
};

type Answer = 'yes' | 'no' | 'unclear';

function isTagged(resource: Resource, graph: ResourceGraph): Answer {
  const own = [resource.get('tags'), resource.get('tags_all')];
  if (own.some(({ isSet, isUnclear }) => isSet && !isUnclear)) return 'yes';
  const defaults = providersOf(resource, graph).flatMap((provider) =>
    provider.blocks('default_tags').map((block) => block.get('tags')),
  );
  if (defaults.some(({ isSet, isUnclear }) => isSet && !isUnclear)) return 'yes';
  return [...own, ...defaults].some(({ isSet }) => isSet) ? 'unclear' : 'no';
}

/** The provider block that a resource names, else the one without an alias. */
function providersOf(resource: Resource, graph: ResourceGraph): readonly Resource[] {
  const given = resource.get('provider').text;
  const address = `provider.${given ?? 'aws'}`;
  return graph.resources.filter((each) => each.stack === resource.stack && each.address === address);
}

/** Default tags of the provider reach neither the group nor its instances. */
function tagsWhatItLaunches(group: Resource): Answer {
  const tags = group.blocks('tag').map((block) => block.get('propagate_at_launch'));
  if (tags.some((value) => value.is(true))) return 'yes';
  return tags.some(({ isUnclear }) => isUnclear) ? 'unclear' : 'no';
}

function counterExample([resource, answer]: readonly [Resource, Answer]): readonly CounterExample[] {
  if (answer === 'yes') return [];
  const place = placeOf(resource);
  const what = answer === 'no' ? 'carries no tag' : 'may carry no tag';
  const evidence = [{ at: place, says: `'tags' is ${resource.get('tags').describe()}, and no default tag reaches it` }];
  return [{ key: place, message: `${place} ${what}`, certain: answer === 'no', evidence }];
}

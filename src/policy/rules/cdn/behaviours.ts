import type { Block } from '../../model/block';
import type { Resource } from '../../model/resource';

/** What a distribution does with requests for a path. */
export interface Behaviour {
  readonly settings: Block;
  /** Pattern of the path; `*` for the default. */
  readonly path: string;
}

/** The behaviours of a distribution, those with a path first, as CloudFront tries them. */
export function behavioursOf(distribution: Resource): readonly Behaviour[] {
  return [
    ...distribution.blocks('ordered_cache_behavior').map((settings) => ({
      settings,
      path: settings.get('path_pattern').text ?? 'a path not known yet',
    })),
    ...distribution.blocks('default_cache_behavior').map((settings) => ({ settings, path: '*' })),
  ];
}

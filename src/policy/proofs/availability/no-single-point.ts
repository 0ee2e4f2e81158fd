import type { ResourceGraph } from '../../model/resource-graph';
import type { Proof } from '../proof';
import { singleResources } from './single-resources';
import { lostZones } from './lost-zones';

/** What still works when any one zone, or any one machine, is lost. */
export const NO_SINGLE_POINT: Proof = {
  name: 'no-single-point',
  title: 'the loss of any one zone or machine leaves the site up',
  why: 'A zone fails as a whole; the site is up only if every tier that a request passes has another zone to stand in.',
  fix: 'Give the tier that the counter-example names a second zone, a standby or a gateway of its own.',
  pack: 'production',
  prove: (graph: ResourceGraph) => {
    const zones = lostZones(graph);
    const singles = singleResources(graph);
    return {
      statements: zones.statements + singles.statements,
      counterExamples: [...zones.counterExamples, ...singles.counterExamples],
      notes: zones.notes ?? [],
    };
  },
};

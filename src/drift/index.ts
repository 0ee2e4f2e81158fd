export {
  readerPolicy,
  type PolicyStatement,
  type ReadableStack,
  type ReaderPolicy,
  type ReportPlaces,
} from './reader-role/reader-policy';
export { DRIFT_CLASSES, type Finding, type FindingAttribute, type FindingClass, type PlannedAction } from './finding';
export { plannedAction } from './classify-resource';
export { analyzeDrift, countByClass, driftExitCode } from './drift-report';
export type { DriftOptions, StackDrift, StackInput } from './drift-report';
export { attributeChanges, type AttributionOptions } from './attribution/attribute-changes';
export type { Attribution, Change } from './attribution/attribute-change';
export { cloudTrail } from './attribution/cloud-trail';

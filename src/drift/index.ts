export { readerPolicy, type PolicyStatement, type ReadableStack, type ReaderPolicy, type ReportPlaces } from './reader-role/reader-policy';
export { DRIFT_CLASSES, type Finding, type FindingAttribute, type FindingClass, type PlannedAction } from './finding';
export { plannedAction } from './classify-resource';
export { analyzeDrift, countByClass, driftExitCode } from './drift-report';
export type { DriftOptions, StackDrift, StackInput } from './drift-report';

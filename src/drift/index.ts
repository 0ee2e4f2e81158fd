export { attributeChanges, type AttributionOptions, type Trail } from './attribution/attribute-changes';
export { changeOf } from './attribution/change-of';
export type { Attribution, Change } from './attribution/attribute-change';
export { cloudTrail } from './attribution/cloud-trail';
export { plannedAction } from './plan/planned-action';
export {
  analyzeDrift,
  countByClass,
  driftExitCode,
  type ClassCounts,
  type DriftOptions,
  type DriftReport,
  type StackDrift,
  type StackInput,
} from './drift-report';
export type { ExpectedChange } from './classify/expected-changes';
export {
  DRIFT_CLASSES,
  FINDING_CLASSES,
  type Finding,
  type FindingAttribute,
  type FindingClass,
  type IgnoredBy,
  type PlannedAction,
  type StrayObject,
} from './finding';
export {
  alarmHealth,
  liveAlarms,
  type AlarmHealth,
  type AlarmQuestion,
  type AlarmReader,
  type AlarmState,
} from './health/alarm-health';
export { cloudWatch } from './health/cloud-watch';
export { failingChecks, type FailingCheck } from './health/failing-checks';
export type { StackHealth } from './health/health';
export { baselineOf, type Baseline, type BaselineTerms } from './ignore/baseline';
export type { IgnoreProblem } from './ignore/ignore-list';
export type { IgnoreRule } from './ignore/ignore-rule';
export { readIgnoreFile } from './ignore/read-ignore-file';
export { awsInventory } from './inventory/aws/aws-inventory';
export type { ClientSettings } from './inventory/aws/client-settings';
export {
  inventoryQuestions,
  type FoundObject,
  type Inventory,
  type InventoryAnswer,
  type InventoryQuestion,
  type InventoryReader,
} from './inventory/inventory';
export type { Consequence, DriftedObject, DriftJudge } from './judge';
export type { Edit, NextStep, NextStepKind } from './next-steps/next-step';
export type { SourceFile, StackPlace } from './next-steps/stack-place';
export { jobMatrix, type JobMatrix, type MatrixJob } from './matrix';
export {
  driftDocument,
  type DriftDocument,
  type DriftFailure,
  type FindingStory,
  type ReportedFinding,
  type StackDocument,
} from './output/document';
export {
  fleetDocument,
  fleetExitCode,
  worstExitCode,
  type EnvironmentFailure,
  type FleetDocument,
} from './output/fleet-document';
export { fleetHtml } from './output/fleet-html';
export { fleetMarkdown } from './output/fleet-markdown';
export { fleetRows, fleetSummaryText, type FleetRow } from './output/fleet-rows';
export { stackNotes } from './output/stack-notes';
export { storyText } from './output/story-text';
export { CLASS_HEADINGS, findingText, summaryText } from './output/headings';
export { alarmText, HEALTH_HEADING, healthNotes, type HealthNote } from './output/health-text';
export { driftHtml } from './output/html';
export { driftJunit, fleetJunit } from './output/junit';
export { driftMarkdown } from './output/markdown';
export { driftSarif, fleetSarif, type DriftSarifOptions, type FleetSarifOptions } from './output/sarif';
export { readDriftPlan, type LiveResource } from './plan/plan-reader';
export {
  readerPolicy,
  type PolicyStatement,
  type ReadableStack,
  type ReaderPolicy,
  type ReportPlaces,
} from './reader-role/reader-policy';
export { DRIFT_SEVERITIES, severityRank, type DriftSeverity } from './severity';
export { repairObjections } from './repair/check-repair-plan';
export { chooseRepairs, type RepairChoice } from './repair/choose-repairs';
export { NO_REPAIR, readRepairSettings, type RepairSettings } from './repair/repair-settings';
export { advance, type Advanced } from './life/advance';
export { keepHistory, readKept, type TextStore, type VersionedText } from './life/keep';
export type { FindingLife, History, LifeEvent, OpenFinding } from './life/open-finding';
export { driftStatistics, type DriftStatistics } from './life/statistics';
export { githubIssues } from './notify/github-issues';
export { newsOf, type News, type Notifier } from './notify/news';
export { topic } from './notify/topic';
export { webhook, type Fetch } from './notify/webhook';

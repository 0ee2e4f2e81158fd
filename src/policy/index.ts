export { evaluate, policyExitCode, type EvaluationOptions } from './evaluation/evaluate';
export type { Counts, Finding, FindingKind, Report, Result } from './evaluation/finding';
export { LONGEST_DAYS } from './evaluation/suppress';
export { SUPPRESSION_RULES } from './evaluation/suppression-rules';
export { loadPlans, type PlanInput } from './model/plan/load-plans';
export { loadAssembly } from './model/synthesis/load-assembly';
export type { Block, Path, Readable } from './model/block';
export type { Resource, ResourceMode } from './model/resource';
export type { Attached, Edge, ResourceGraph } from './model/resource-graph';
export type { Target } from './model/target';
export type { Value, ValueKind } from './model/value';
export { diffExitCode, diffReports, type ReportDiff } from './output/diff';
export { reportDocument, type FindingDocument, type ReportDocument } from './output/document';
export { junitXml } from './output/junit';
export { lineOfAddress, locationOfFrame, type Locate, type Location } from './output/location';
export { diffMarkdown, markdown } from './output/markdown';
export { sarifLog } from './output/sarif';
export { PACKS, selectRules, type Pack, type Selection } from './pack';
export { PROOFS } from './proofs';
export { proofDocument, type ProofDocument } from './proofs/document';
export type { CounterExample, Evidence, Findings, Proof, ProofContext, ProofOutcome } from './proofs/proof';
export { proofExitCode, prove, type ProofResult } from './proofs/prove';
export { selectProofs } from './proofs/select-proofs';
export {
  expectAtLeast,
  expectAttached,
  expectFalse,
  expectOneOf,
  expectSet,
  expectTrue,
  expectValue,
  firstOf,
} from './rule/expect';
export { publicIds } from './rule/public-ids';
export { policyStatements, type PolicyPrincipal, type PolicyStatement } from './rule/policy-document';
export {
  defineRule,
  SEVERITIES,
  type PackName,
  type Rule,
  type RuleDescription,
  type RuleMaps,
  type Severity,
} from './rule/rule';
export { fail, notApplicable, pass, unknown, type Verdict } from './rule/verdict';
export { RULES } from './rules';
export { baselineOf, type Baseline } from './baseline';
export { checkRuleIds, readPolicyFile, suppressionsIn } from './suppression/read-suppressions';
export type { Suppression } from '../core/suppression';
export { readAssembly, type Assembly, type StackAssembly } from '../terraform/assembly';
export type { AimedSuppression } from './suppression/suppression';

export { policyMatchers } from './policy-matchers';
export { policyReport, type PolicyReportOptions, type PolicySubject } from './policy-report';
export { synthesize, Synthesized, terraformJson, testStack, type Attributes } from './synthesize';

export { synthesize, Synthesized, terraformJson, testStack, type Attributes } from './synthesize';

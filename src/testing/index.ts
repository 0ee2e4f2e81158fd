export { synthesize, Synthesized, testStack, type Attributes } from './synthesize';

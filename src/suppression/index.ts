export { suppress } from './suppress';

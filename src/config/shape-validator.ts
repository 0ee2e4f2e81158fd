import Ajv from 'ajv';
import { environmentSchema, VALIDATOR_OPTIONS } from './environment-schema';

/**
 * Compares a value with the shape of an environment and leaves what is wrong in `errors`.
 *
 * In the published package this module is code that the build generated from the schema: loading ajv, checking the schema
 * and compiling it would take an eighth of every synthesis.
 */
export const validateShape = new Ajv(VALIDATOR_OPTIONS).compile(environmentSchema);

import {
  findEnvironment as find,
  soundEnvironments as soundOnes,
  type Environment,
  type EnvironmentFiles,
} from '../../src/config';
import { development } from './development';
import { production } from './production';
import { staging } from './staging';

/**
 * The environments by name.
 *
 * To add one, copy a file, give it another name and range, and list it here. Each file holds a whole value, checked when
 * it is called for and not when it is imported: a mistake in one leaves the others usable.
 */
export const environments: EnvironmentFiles = { development, staging, production };

/** Names of all environments, with and without mistakes. */
export function knownEnvironments(): readonly string[] {
  return Object.keys(environments);
}

/**
 * The checked environment of this name.
 *
 * @throws UserError for an unknown name, listing the known ones
 * @throws ConfigurationError when the environment breaks a rule or conflicts with another
 */
export function findEnvironment(name: string): Environment {
  return find(environments, name);
}

/** All environments without mistakes. */
export function soundEnvironments(): readonly Environment[] {
  return soundOnes(environments);
}

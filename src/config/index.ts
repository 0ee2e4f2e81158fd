export * from './environment';
export { checkEnvironments } from './check-environments';
export { defineEnvironment, type DefineEnvironmentOptions } from './define-environment';
export { allEnvironments, findEnvironment, soundEnvironments, type EnvironmentFiles } from './find-environment';
export { ConfigurationError, problemLine, type Problem } from './problem';

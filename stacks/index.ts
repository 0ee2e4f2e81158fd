export { DataStack, type DataStackProps } from './data-stack';
export { AccountStack, EnvironmentStack, isProtected, nameScope } from './environment-stack';
export { describeEnvironments, type EnvironmentDescription, type EnvironmentsFile } from './environments-file';
export { FoundationStack } from './foundation-stack';
export { OperationsStack, type OperationsStackProps } from './operations-stack';
export { runApp } from './run-app';
export { connectState } from './state-backend';
export { StateStack } from './state-stack';
export { WebStack, type WebStackProps } from './web-stack';

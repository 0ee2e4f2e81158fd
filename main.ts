import { buildStacks, runApp } from './stacks';
import { findEnvironment } from './stacks/environments';

runApp((app) => {
  // TF_WORKSPACE chooses the environment for synthesis and for Terraform, so that the two cannot disagree
  const environment = findEnvironment(process.env['TF_WORKSPACE'] ?? 'development');
  buildStacks(app, environment);
  return environment;
});

import { App } from 'cdktf';
import { findEnvironment } from './stacks/environments';
import { runApp } from './stacks/run-app';
import { DataStack, FoundationStack, OperationsStack, StateStack, WebStack } from './stacks';

// TF_WORKSPACE chooses the environment for synthesis and for Terraform, so that the two cannot disagree
runApp((app: App) => {
  const environment = findEnvironment(process.env['TF_WORKSPACE'] ?? 'development');

  new StateStack(app, 'state', environment);
  const foundation = new FoundationStack(app, 'foundation', environment);
  const data = new DataStack(app, 'data', environment, { foundation });
  const web = new WebStack(app, 'web', environment, { foundation, data });
  new OperationsStack(app, 'operations', environment, { foundation, data, web });

  return environment;
});

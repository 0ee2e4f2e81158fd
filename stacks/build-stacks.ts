import type { App } from 'cdktf';
import type { Environment } from '../src/config';
import { DataStack } from './data-stack';
import { FoundationStack } from './foundation-stack';
import { OperationsStack } from './operations-stack';
import { StateStack } from './state-stack';
import { WebStack } from './web-stack';

/** Adds every stack of an environment to an app, in the order in which they stand on each other. */
export function buildStacks(app: App, environment: Environment): void {
  new StateStack(app, 'state', environment);
  const foundation = new FoundationStack(app, 'foundation', environment);
  const data = new DataStack(app, 'data', environment, { foundation });
  const web = new WebStack(app, 'web', environment, { foundation, data });
  new OperationsStack(app, 'operations', environment, { foundation, data, web });
}

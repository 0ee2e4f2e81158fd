import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where an app keeps the settings of an environment, as this package's own app does. */
export function findEnvironmentFile(project: string, environment: string): string | undefined {
  const path = join('stacks', 'environments', `${environment}.ts`);
  return existsSync(join(project, path)) ? path : undefined;
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { UserError } from '../../../core/errors';
import type { LabUnderTest } from '../lab-under-test';

const NAMES = ['chromium', 'chromium-headless-shell', 'chromium-browser', 'google-chrome'] as const;

/**
 * Opens a headless browser that knows the site by its own name, and nothing else of the internet.
 *
 * @throws UserError when Chromium or what drives it is not installed
 */
export async function openBrowser({ variables, visitor }: LabUnderTest): Promise<Browser> {
  const executablePath = findChromium(variables['PATH'] ?? '');
  const { chromium } = await import('playwright-core').catch(() => {
    throw new UserError("a browser is driven by 'playwright-core'; run: npm install --save-dev playwright-core");
  });
  const rules = `MAP ${visitor.host} 127.0.0.1:${visitor.port}, MAP * ~NOTFOUND`;
  return chromium.launch({ executablePath, args: [`--host-resolver-rules=${rules}`, '--no-proxy-server'] });
}

function findChromium(path: string): string {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new UserError('a browser needs Chromium, which is not here; run: apt-get install chromium');
}

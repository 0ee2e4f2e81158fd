import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { UserError } from '../../../core/errors';
import { openBrowser } from '../site/browser';
import { administratorPassword } from '../site/wordpress-session';
import type { LabUnderTest } from '../lab-under-test';
import type { Trial } from '../trial';

export const browserPages: Trial = {
  name: 'browser-pages',
  summary: 'home page and administration come up in a browser, with nothing missing and no mixed content',
  undisturbed: true,
  run: async (lab) => {
    const browser = await openBrowser(lab);
    try {
      // the certificate is verified by every other visitor; a browser would need it in its own store
      const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      const problems = watch(page, lab);
      const begun = performance.now();
      await open(page, lab, '/');
      const figure = Math.round(performance.now() - begun);
      await screenshot(page, lab, 'home');
      await logIn(page, lab);
      await screenshot(page, lab, 'admin');
      if (problems.length > 0) throw new UserError(`the browser misses something: ${problems.slice(0, 3).join('; ')}`);
      return { figure, unit: 'ms', detail: `home page shown; home.png and admin.png are in ${lab.folder}` };
    } finally {
      await browser.close();
    }
  },
};

/** Notes what the site refuses, and what a page of it asks for without TLS although it has TLS itself. */
function watch(page: Page, { visitor }: LabUnderTest): readonly string[] {
  const problems: string[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.hostname === visitor.host && response.status() >= 400) problems.push(`${response.status()} ${url.href}`);
  });
  page.on('request', (request) => {
    if (visitor.tls && request.url().startsWith('http:')) problems.push(`mixed content: ${request.url()}`);
  });
  page.on('pageerror', (error) => problems.push(error.message));
  return problems;
}

async function open(page: Page, { visitor }: LabUnderTest, path: string): Promise<void> {
  const response = await page.goto(`${visitor.tls ? 'https' : 'http'}://${visitor.host}${path}`, { waitUntil: 'load' });
  if (response?.status() !== 200) throw new UserError(`${path} answers ${response?.status() ?? 0}`);
}

async function logIn(page: Page, lab: LabUnderTest): Promise<void> {
  await open(page, lab, '/wp-login.php');
  await page.fill('#user_login', 'admin');
  await page.fill('#user_pass', administratorPassword(lab.model));
  await page.click('#wp-submit');
  await page.waitForSelector('#wpadminbar');
}

async function screenshot(page: Page, { folder }: LabUnderTest, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

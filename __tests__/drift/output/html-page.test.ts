import { chromium, type Browser, type Page } from 'playwright-core';
import { existsSync } from 'node:fs';
import { driftHtml } from '../../../src/drift';
import { CANARY, sampleDocument } from './sample';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const EXECUTABLE = process.env['CHROMIUM'] ?? PLACES.find((path) => existsSync(path));

/** A phone of the smaller kind. */
const PHONE = { width: 360, height: 640 };

// a pipeline must not pass because it has no browser
const withBrowser = EXECUTABLE === undefined && process.env['CI'] === undefined ? describe.skip : describe;

withBrowser('the page in a browser', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(EXECUTABLE === undefined ? {} : { executablePath: EXECUTABLE }),
      args: ['--no-sandbox'],
    });
    page = await browser.newPage({ viewport: PHONE });
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent(driftHtml(sampleDocument()));
  }, 60_000);
  afterAll(() => browser.close());

  it('needs no scrolling sideways on a phone, with every way out unfolded', async () => {
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    const widest = await page.evaluate(
      "Math.max(...[...document.querySelectorAll('pre, code, h3')].map((each) => each.getBoundingClientRect().right))",
    );
    expect(widest).toBeLessThanOrEqual(PHONE.width);
  });

  it('has text that is large enough to read and targets that a finger hits', async () => {
    const size = await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)');
    const target = await page.evaluate(
      "Math.min(...[...document.querySelectorAll('summary')].map((each) => each.getBoundingClientRect().height))",
    );

    expect(size).toBeGreaterThanOrEqual(16);
    expect(target).toBeGreaterThanOrEqual(44);
  });

  it('shows the worst first, and what could not be checked above all', async () => {
    expect(await page.getByRole('alert').innerText()).toContain('data could not be checked');
    const first = page.locator('article').first();
    expect((await first.innerText()).toLowerCase()).toContain('critical');
    expect(await first.innerText()).toContain('WPHA-SG-007');
  });

  it('loads nothing and shows no secret', async () => {
    expect(requests).toEqual([]);
    expect(await page.locator('body').innerText()).not.toContain(CANARY);
  });
});

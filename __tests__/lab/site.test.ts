import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noticeSeconds, returnSeconds } from '../../src/lab/scenarios/site/balancer-timing';
import { releasesOf } from '../../src/lab/scenarios/site/next-release';
import { type Page, SiteVisitor, type Visit } from '../../src/lab/scenarios/site/site-visitor';
import { failed, inWords, Traffic } from '../../src/lab/scenarios/site/traffic';
import { requireNone, requireNoneAfter } from '../../src/lab/scenarios/site/watched';
import { administratorPassword, WordPressSession } from '../../src/lab/scenarios/site/wordpress-session';
import { defaultModel } from './support/assemblies';

const PRODUCTION = defaultModel('production');

function page(status: number, more: Partial<Page> = {}): Page {
  return { status, headers: {}, body: Buffer.alloc(0), milliseconds: 1, ...more };
}

describe('a visitor', () => {
  it('takes the listener with TLS under the name of the site, where there is one', () => {
    const { balancer } = PRODUCTION;

    const { host, tls, port } = new SiteVisitor({ balancer, ports: { 80: 8080, 443: 8443 }, authority: '' });

    expect({ host, tls, port }).toEqual({ host: 'www.example.com', tls: true, port: 8443 });
  });

  it('gets what the site answers, and 0 when the connection breaks off', async () => {
    const { balancer } = defaultModel('development');
    const server = createServer((request, response) => {
      if (request.url === '/broken') request.socket.destroy();
      else response.end(`${request.method} ${request.headers.host}`);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const ports = { 80: (server.address() as AddressInfo).port };
    const visitor = new SiteVisitor({ balancer, ports, authority: '' });

    const found = await visitor.visit('/', { method: 'POST', body: 'a=b' });
    const broken = await visitor.visit('/broken');
    server.close();

    expect({ status: found.status, body: found.body.toString() }).toEqual({
      status: 200,
      body: `POST ${balancer.dnsName}`,
    });
    expect(broken.status).toBe(0);
  });
});

describe('visitors at a steady pace', () => {
  it('are all waited for, those too that come late', async () => {
    const answers: ((got: Page) => void)[] = [];
    const traffic = new Traffic(() => new Promise((resolve) => answers.push(resolve)), 200);
    while (answers.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));

    const stopped = traffic.stop();
    answers.forEach((answer, index) => answer(page(index === 0 ? 504 : 200)));

    expect(failed(await stopped).map(({ status }) => status)).toEqual([504]);
  });

  it('are told in words', () => {
    const at = (status: number) => ({ askedAt: 0, status, milliseconds: 1 });

    expect(inWords([at(200), at(504), at(0), at(502), at(504)])).toBe('4 of 5 requests failed (502, 504, no answer)');
    expect(inWords([at(200)])).toBe('none of 1 requests failed');
  });

  it('may fail only until the balancer knows', () => {
    const answers = [
      { askedAt: 10, status: 504, milliseconds: 1 },
      { askedAt: 20, status: 200, milliseconds: 1 },
    ];

    expect(() => requireNoneAfter(answers, 10)).not.toThrow();
    expect(() => requireNoneAfter(answers, 9)).toThrow('after the balancer knew: 1 of 1 requests failed (504)');
    expect(() => requireNone(answers)).toThrow('visitors noticed: 1 of 2 requests failed (504)');
  });
});

test('the balancer has its time from the target group', () => {
  const { intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } = PRODUCTION.balancer;

  expect(noticeSeconds(PRODUCTION)).toBe(unhealthyThreshold * (intervalSeconds + 10));
  expect(returnSeconds(PRODUCTION)).toBe((healthyThreshold + 1) * (intervalSeconds + timeoutSeconds));
});

test('the first release of a lab is found by its archive', () => {
  const objects = [{ bucket: 'releases', key: 'wordpress/production/r1/code.tar.gz', content: { file: '/r1' } }];

  expect(releasesOf(objects)).toEqual({ bucket: 'releases', prefix: 'wordpress/production/', first: 'r1' });
  expect(() => releasesOf([])).toThrow('the lab began without a release; start it with one');
});

describe('somebody with cookies', () => {
  const asked: (Visit & { readonly path: string })[] = [];
  const door = (path: string, visit: Visit = {}): Promise<Page> => {
    asked.push({ path, ...visit });
    if (path === '/wp-login.php' && visit.method === 'POST') {
      const right = String(visit.body).includes(`pwd=${administratorPassword(PRODUCTION)}`);
      const cookies = ['wordpress_logged_in_1=me; path=/', 'wordpress_sec_1=key; secure'];
      return Promise.resolve(page(right ? 302 : 200, { headers: right ? { 'set-cookie': cookies } : {} }));
    }
    if (path === '/wp-admin/media-new.php')
      return Promise.resolve(page(200, { body: Buffer.from('"_wpnonce":"0a1b"') }));
    if (path === '/wp-admin/async-upload.php') {
      const nonce = String(visit.body).includes('0a1b');
      const url = 'https://www.example.com/wp-content/uploads/2026/11/a.png';
      return Promise.resolve(page(200, { body: Buffer.from(JSON.stringify({ success: nonce, data: { url } })) }));
    }
    return Promise.resolve(page(200));
  };

  it('logs in with the password of the salts, and is known at another door', async () => {
    const session = new WordPressSession(door);

    await session.logIn(PRODUCTION);
    await session.through(door).ask('/wp-admin/');

    expect(asked.at(-1)?.headers).toEqual({ cookie: 'wordpress_logged_in_1=me; wordpress_sec_1=key' });
  });

  it('cannot log in where WordPress sets no cookie', async () => {
    const session = new WordPressSession(() => Promise.resolve(page(200)));

    await expect(session.logIn(PRODUCTION)).rejects.toThrow('the administrator cannot log in: status 200');
  });

  it('uploads with the nonce of the page, and gets the path', async () => {
    const path = await new WordPressSession(door).upload('a.png', 'image/png', Buffer.from('picture'));

    expect(path).toBe('/wp-content/uploads/2026/11/a.png');
    expect(String(asked.at(-1)?.body)).toContain('picture');
  });

  it('learns why an upload is refused', async () => {
    const session = new WordPressSession(() => Promise.resolve(page(403, { body: Buffer.from('no') })));

    await expect(session.upload('a.png', 'image/png', Buffer.alloc(1))).rejects.toThrow(
      'the upload of a.png is refused: 403 no',
    );
  });
});

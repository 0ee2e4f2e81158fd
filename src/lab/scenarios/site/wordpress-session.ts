import { UserError } from '../../../core/errors';
import { isObject, objectOf, parseObject, textOf } from '../../../terraform/json';
import type { LabModel } from '../../model/lab-model';
import type { Page, Visit } from './site-visitor';

/** A way to the site: through the balancer, or to one instance. */
export type Door = (path: string, visit?: Visit) => Promise<Page>;

/** Somebody with a browser's cookies. */
export class WordPressSession {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly door: Door) {}

  /**
   * Logs in as the administrator of the first installation.
   *
   * @throws UserError when WordPress refuses
   */
  async logIn(model: LabModel): Promise<void> {
    await this.ask('/wp-login.php');
    const form = { log: 'admin', pwd: administratorPassword(model), testcookie: '1', 'wp-submit': 'Log In' };
    const { status } = await this.submit('/wp-login.php', form);
    const known = [...this.cookies.keys()].some((name) => name.startsWith('wordpress_logged_in_'));
    if (status !== 302 || !known) throw new UserError(`the administrator cannot log in: status ${status}`);
  }

  /** Somebody with the same cookies at another door. */
  through(door: Door): WordPressSession {
    const other = new WordPressSession(door);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  async ask(path: string, visit: Visit = {}): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const page = await this.door(path, {
      ...visit,
      headers: { ...visit.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const set of page.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    return page;
  }

  submit(path: string, form: Readonly<Record<string, string>>): Promise<Page> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.ask(path, { method: 'POST', headers, body: new URLSearchParams(form).toString() });
  }

  /**
   * Uploads a file as the media library does, and answers its path on the site.
   *
   * @throws UserError when WordPress refuses
   */
  async upload(name: string, type: string, content: Buffer): Promise<string> {
    const page = (await this.ask('/wp-admin/media-new.php')).body.toString('utf8');
    const nonce = /"_wpnonce":"([0-9a-f]+)"/.exec(page)?.[1] ?? '';
    const form = new FormData();
    form.set('name', name);
    form.set('action', 'upload-attachment');
    form.set('_wpnonce', nonce);
    form.set('async-upload', new Blob([new Uint8Array(content)], { type }), name);
    const encoded = new Response(form);
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
    const body = Buffer.from(await encoded.arrayBuffer());
    const answer = await this.ask('/wp-admin/async-upload.php', { method: 'POST', headers, body });
    const url = uploadedUrl(answer.body.toString('utf8'));
    if (url !== undefined) return new URL(url).pathname;
    throw new UserError(
      `the upload of ${name} is refused: ${answer.status} ${answer.body.toString('utf8').slice(0, 200)}`,
    );
  }
}

/** Password of the administrator, as the secret with the salts has it. */
export function administratorPassword({ seed }: LabModel): string {
  const values = seed.secrets.map(({ value }) => parseObject(value)).filter(isObject);
  const password = values.map((value) => textOf(value, 'ADMIN_PASSWORD')).find((text) => text !== undefined);
  if (password === undefined) throw new UserError("no secret of the stacks holds 'ADMIN_PASSWORD'; synthesize again");
  return password;
}

function uploadedUrl(answer: string): string | undefined {
  const { success, data } = parseObject(answer) ?? {};
  return success === true ? textOf(objectOf(data), 'url') : undefined;
}

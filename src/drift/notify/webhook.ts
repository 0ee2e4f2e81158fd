import { UserError, messageOf } from '../../core/errors';
import type { Notifier } from './news';

/** Sends a request; Node's own `fetch`, or what a test gives. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 15_000;

/**
 * Posts `{"text": ...}`, as Slack, Mattermost and others take it.
 *
 * @param url holds a secret for most services: it is never told in a message
 */
export function webhook(url: string, fetch: Fetch): Notifier {
  return async ({ text }) => {
    let status: number;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      ({ status } = response);
    } catch (error) {
      throw new UserError(`the webhook cannot be reached: ${messageOf(error).replaceAll(url, 'its address')}`);
    }
    if (status >= 300) throw new UserError(`the webhook answered ${status}; check its address in the variable`);
  };
}

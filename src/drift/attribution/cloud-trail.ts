import { setTimeout as sleep } from 'node:timers/promises';
import { UserError, messageOf } from '../../core/errors';
import { awsSettings } from '../../terraform/aws-settings';
import type { Variables } from '../../terraform/process/process-environment';
import type { Trail } from './attribute-changes';

/** LookupEvents allows two requests a second in an account and region. */
const BETWEEN_REQUESTS_MS = 500;
/** Events of one lookup that are looked at; there are 50 in a page. */
const PAGES = 4;

/**
 * CloudTrail's event history, which every account has for 90 days without a trail and without cost.
 *
 * The client is loaded with the first lookup.
 */
export function cloudTrail(variables: Variables, signal: AbortSignal): Trail {
  let next = 0;
  const turn = async (): Promise<void> => {
    const now = Date.now();
    const at = Math.max(now, next);
    next = at + BETWEEN_REQUESTS_MS;
    await sleep(at - now, undefined, { signal });
  };
  return async ({ by, value, region, since }) => {
    const { CloudTrailClient, LookupEventsCommand } = await import('@aws-sdk/client-cloudtrail');
    const client = new CloudTrailClient({
      region,
      maxAttempts: 6,
      retryMode: 'adaptive',
      ...awsSettings(variables, 'CLOUDTRAIL'),
    });
    const query = { LookupAttributes: [{ AttributeKey: by, AttributeValue: value }], StartTime: since, MaxResults: 50 };
    const texts: string[] = [];
    try {
      let token: string | undefined;
      for (let page = 0; page < PAGES; page += 1) {
        await turn();
        const answer = await client.send(new LookupEventsCommand({ ...query, NextToken: token }), {
          abortSignal: signal,
        });
        texts.push(...(answer.Events ?? []).flatMap(({ CloudTrailEvent }) => CloudTrailEvent ?? []));
        token = answer.NextToken;
        if (token === undefined) break;
      }
      return texts;
    } catch (error) {
      if (signal.aborted) throw error;
      throw new UserError(`${messageOf(error)}; allow 'cloudtrail:LookupEvents' in ${region}`);
    } finally {
      client.destroy();
    }
  };
}

import { UserError, messageOf } from '../../core/errors';
import { isObject, parseObject, type JsonObject } from '../../terraform/json';
import type { OpenFinding } from '../life/open-finding';
import { actorText } from '../output/attribution-text';
import type { News, Notifier } from './news';
import type { Fetch } from './webhook';

/** Where issues are kept, and who keeps them. */
export interface Repository {
  /** `owner/name`. */
  readonly name: string;
  readonly token: string;
  /** @default 'https://api.github.com' */
  readonly api?: string;
}

const API = 'https://api.github.com';
const TIMEOUT_MS = 15_000;

/** Keeps one issue a stack: opened with the first finding, brought up to date on change, closed with the last one resolved. */
export function githubIssues({ name, token, api = API }: Repository, fetch: Fetch): Notifier {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    let response: Response;
    try {
      response = await fetch(`${api}/repos/${name}/${path}`, {
        method,
        headers: {
          ...{ accept: 'application/vnd.github+json', authorization: `Bearer ${token}` },
          ...{ 'content-type': 'application/json', 'x-github-api-version': '2022-11-28' },
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new UserError(`GitHub cannot be reached: ${messageOf(error)}`);
    }
    if (response.ok) return response.json();
    const told = parseObject(await response.text())?.message;
    throw new UserError(
      `GitHub refuses ${method} of issues of '${name}': ${response.status} ${typeof told === 'string' ? told : ''}; ` +
        "give GITHUB_TOKEN the permission 'issues: write'",
    );
  };
  return async (news) => {
    const stacks = [...news.open, ...news.events.map(({ finding }) => finding)].map(({ stack }) => stack);
    for (const stack of [...new Set(stacks)].sort()) await keepIssue(news, stack, call);
  };
}

type Call = (method: string, path: string, body?: object) => Promise<unknown>;

async function keepIssue({ environment, open, events }: News, stack: string, call: Call): Promise<void> {
  const label = `drift-${environment}-${stack}`;
  const found = await call('GET', `issues?state=all&per_page=1&labels=${encodeURIComponent(label)}`);
  const [issue] = Array.isArray(found) ? found.filter(isObject) : [];
  const findings = open.filter((finding) => finding.stack === stack);
  const news = events.filter(({ finding }) => finding.stack === stack);
  const comment = news.map(({ kind, finding }) => `- **${kind}** ${line(finding)}`).join('\n');
  if (issue === undefined) {
    if (findings.length > 0)
      await call('POST', 'issues', { ...issueText(environment, stack, findings), labels: [label] });
    return;
  }
  const path = `issues/${number(issue)}`;
  if (comment !== '') await call('POST', `${path}/comments`, { body: comment });
  if (findings.length > 0) await call('PATCH', path, { ...issueText(environment, stack, findings), state: 'open' });
  else if (issue.state !== 'closed') await call('PATCH', path, { state: 'closed', state_reason: 'completed' });
}

function issueText(
  environment: string,
  stack: string,
  findings: readonly OpenFinding[],
): { title: string; body: string } {
  const lines = findings.map((finding) => `- ${line(finding)}`);
  return {
    title: `Drift: ${environment}, stack ${stack}`,
    body: [
      `${findings.length} open in stack \`${stack}\` of \`${environment}\`:`,
      '',
      ...lines,
      '',
      `What to do about each: \`wordpress-ha drift -e ${environment} --stack ${stack}\`. This issue is kept up to date and closed by the check.`,
    ].join('\n'),
  };
}

function line({ severity, address, paths, firstSeen, who, ...finding }: OpenFinding): string {
  const attributes = paths.length === 0 ? '' : ` (${paths.map(code).join(', ')})`;
  const actor = who === undefined ? '' : `; ${actorText(who)}`;
  return `${severity}, ${finding.class}: ${code(address)}${attributes}, since ${firstSeen}${actor}`;
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

function number(issue: JsonObject): number {
  return Number(issue.number);
}

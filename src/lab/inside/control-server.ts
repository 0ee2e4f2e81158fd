import { createServer, type Server } from 'node:http';
import { UserError } from '../../core/errors';
import type { LabAction, LabActions } from '../control';

/** One function for each action. */
export type ActionTable = {
  readonly [A in LabAction]: (input: LabActions[A]['input']) => Promise<LabActions[A]['output']>;
};

/** Answers actions on a socket of this machine: `POST /<action>` with the input as JSON. */
export function controlServer(actions: ActionTable): Server {
  return createServer((request, response) => {
    const body: Buffer[] = [];
    request.on('data', (chunk: Buffer) => body.push(chunk));
    request.on('end', () => {
      void perform(actions, (request.url ?? '/').slice(1), Buffer.concat(body).toString('utf8')).then(
        ([status, answer]) => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(answer));
        },
      );
    });
  });
}

async function perform(actions: ActionTable, name: string, body: string): Promise<readonly [number, object]> {
  if (!Object.hasOwn(actions, name)) return [404, { problem: `the lab knows no action '${name}'` }];
  try {
    const act = actions[name as LabAction] as (input: unknown) => Promise<object>;
    return [200, await act(body === '' ? {} : JSON.parse(body))];
  } catch (error) {
    if (error instanceof UserError) return [400, { problem: error.message }];
    return [500, { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }];
  }
}

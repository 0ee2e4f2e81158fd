import { request } from 'node:http';
import { UserError } from '../core/errors';
import { parseObject, textOf } from '../terraform/json';
import type { LabAction, LabActions } from './control';

/**
 * Asks a running lab for something.
 *
 * @throws UserError when the lab refuses it or does not answer
 */
export async function askLab<A extends LabAction>(
  socket: string,
  action: A,
  input: LabActions[A]['input'],
): Promise<LabActions[A]['output']> {
  const { status, text } = await post(socket, `/${action}`, JSON.stringify(input));
  const answer = parseObject(text) ?? {};
  const problem = textOf(answer, 'problem');
  if (status === 400) throw new UserError(problem ?? text);
  if (status !== 200) throw new Error(problem ?? text);
  return answer as LabActions[A]['output'];
}

function post(socketPath: string, path: string, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path, method: 'POST' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    asked.on('error', (error) => reject(new UserError(`the lab does not answer: ${error.message}`)));
    asked.end(body);
  });
}

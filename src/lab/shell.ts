import { connect } from 'node:net';
import { UserError } from '../core/errors';
import { askLab } from './control-client';
import { runningLab } from './lab-record';
import { sockets } from './run-parameters';

const LEAVE = 0x1d;

/**
 * Connects a terminal with a root shell on an instance until the instance goes off or Ctrl-] is typed; false when no lab
 * of the project runs.
 *
 * @throws UserError when there is no such instance, or it is off
 */
export async function openShell(
  project: string,
  instance: string,
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stdout,
): Promise<boolean> {
  const record = runningLab(project);
  if (record === undefined) return false;
  const files = sockets(record.socketDirectory);
  const { instances } = await askLab(files.control, 'status', {});
  const found = instances.find(({ name }) => name === instance);
  if (found?.state !== 'on') {
    const running = instances.filter(({ state }) => state === 'on').map(({ name }) => `'${name}'`);
    throw new UserError(`'${instance}' is no running instance; choose one of ${running.join(', ') || 'none'}`);
  }
  await connected(files.shell, instance, input, output);
  return true;
}

function connected(
  path: string,
  instance: string,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const line = connect(path, () => {
      const { columns, rows } = output;
      const size = columns === undefined ? '' : ` stty cols ${columns} rows ${rows};`;
      line.write(`${instance}\n${size} clear\r`);
      if (input.isTTY) input.setRawMode(true);
      input.on('data', type);
    });
    const type = (typed: Buffer): void => void (typed.includes(LEAVE) ? line.end() : line.write(typed));
    line.pipe(output, { end: false });
    line.once('error', reject);
    line.once('close', () => {
      input.off('data', type);
      if (input.isTTY) input.setRawMode(false);
      input.pause();
      resolve();
    });
  });
}

import { PassThrough } from 'node:stream';
import { ask } from '../../src/cli/ask';

const INTERRUPTED = 'interrupted at the question; nothing was changed';

function terminal(): { input: PassThrough; output: PassThrough; controller: AbortController; answer: Promise<string> } {
  const input = new PassThrough();
  const output = new PassThrough();
  const controller = new AbortController();
  return { input, output, controller, answer: ask('sure? ', input, output, controller.signal) };
}

test('gives the line that was typed', async () => {
  const { input, output, answer } = terminal();

  input.write('staging\n');

  expect(await answer).toBe('staging');
  expect(String(output.read())).toContain('sure? ');
});

test('comes back when the input ends', async () => {
  const { input, answer } = terminal();

  input.end();

  await expect(answer).rejects.toThrow(INTERRUPTED);
});

test('comes back when the run is interrupted', async () => {
  const { controller, answer } = terminal();

  controller.abort();

  await expect(answer).rejects.toThrow(INTERRUPTED);
});

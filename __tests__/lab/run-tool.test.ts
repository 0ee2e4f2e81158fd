import { runTool } from '../../src/lab/host/run-tool';

test('answers what a program prints, and hands it a text', async () => {
  expect(await runTool('cat', [], { input: 'text' })).toBe('text');
});

test('a program that fails is named with the end of what it said', async () => {
  await expect(runTool('sh', ['-c', 'echo why >&2; exit 3'])).rejects.toThrow(
    "'sh -c echo why >&2; exit 3' ended with 3:\n  why",
  );
});

test.each([
  ['before it starts', AbortSignal.abort()],
  ['while it runs', AbortSignal.timeout(50)],
])('a program that heeds no other signal ends when the run is interrupted %s', async (_when, signal) => {
  const deaf = ['-c', "trap '' TERM INT; exec sleep 60"];

  await expect(runTool('sh', deaf, { signal })).rejects.toThrow("interrupted: 'sh' was ended");
});

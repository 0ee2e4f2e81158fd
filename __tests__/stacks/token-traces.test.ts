import { Token } from 'cdktf';
import { withoutTokenTraces } from '../../stacks/token-traces';

function trace(): readonly string[] {
  return Token.asAny({ some: 'value' }).creationStack;
}

test('tokens made in the work have no trace, those made afterwards have one', () => {
  expect(withoutTokenTraces(trace)).toEqual([]);
  expect(trace().length).toBeGreaterThan(0);
});

test('errors thrown in the work keep their own trace, and tokens are traced again after them', () => {
  const fail = (): never => {
    throw new Error('broken');
  };

  let thrown: unknown;
  try {
    withoutTokenTraces(fail);
  } catch (error) {
    thrown = error;
  }

  expect((thrown as Error).stack).toContain('at fail');
  expect(trace().length).toBeGreaterThan(0);
});

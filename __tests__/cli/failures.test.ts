import { renderFailures } from '../../src/cli/failures';

test('says a reason once, behind every stack that failed for it', () => {
  const missing = "'terraform' is not on PATH";

  const text = renderFailures([
    { stack: 'foundation', error: missing },
    { stack: 'data', error: 'access denied' },
    { stack: 'web', error: missing },
  ]);

  expect(text).toBe(`foundation, web: ${missing}\ndata: access denied`);
});

import { knownEnvironments, findEnvironment } from '../../stacks/environments';
import { STACKS, synthesizeEnvironment } from './support';

/** What differs between machines and runs of the bundler, and says nothing about the stack. */
function portable(text: string): string {
  return text
    .replace(/"(\.\.\/)+[^"]*\.wordpress-ha/g, '".wordpress-ha')
    .replace(/(assets\/)[^"]+/g, '$1handler')
    .replace(/("(?:source_code_hash|code)": ")[A-Za-z0-9+/]{43}=/g, '$1(hash of the handler)');
}

describe.each(knownEnvironments())('the stacks of %s', (name) => {
  const stacks = synthesizeEnvironment(findEnvironment(name));

  test.each(STACKS)('%s is what was reviewed', (id) => {
    expect(portable(stacks[id].text)).toMatchSnapshot();
  });
});

import { knownEnvironments, findEnvironment } from '../../stacks/environments';
import { STACKS, synthesizeEnvironment } from './support';

/** What differs between machines and runs of the bundler, and says nothing about the stack. */
function portable(text: string): string {
  return text.replace(/"(\.\.\/)+[^"]*\.wordpress-ha/g, '".wordpress-ha').replace(/(assets\/)[^"]+/g, '$1handler');
}

describe.each(knownEnvironments())('the stacks of %s', (name) => {
  const stacks = synthesizeEnvironment(findEnvironment(name));

  test.each(STACKS)('%s is what was reviewed', (id) => {
    expect(portable(stacks[id].text)).toMatchSnapshot();
  });
});

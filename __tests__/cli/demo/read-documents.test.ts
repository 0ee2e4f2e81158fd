import { driftedResources, outputValue, plannedChanges } from '../../../src/cli/commands/demo/read-documents';
import type { CommandResult } from '../../../src/cli/context';

function result(document: object): CommandResult {
  return { exitCode: 0, text: '', document };
}

describe('reading what the commands answer', () => {
  it('counts the changes of every stack of a plan', () => {
    const plan = result({ stacks: [{ changes: [{}, {}] }, { changes: [] }, { changes: [{}] }] });

    expect(plannedChanges(plan)).toBe(3);
  });

  it('counts what drifted and not what is only noted or pending', () => {
    const drift = result({
      summary: { deleted: 1, revertable: 2, invisible: 1, pending: 5, accepted: 7, observed: 9 },
    });

    expect(driftedResources(drift)).toBe(4);
  });

  it('finds an output in whichever stack has it', () => {
    const outputs = result({ stacks: [{ outputs: [] }, { outputs: [{ name: 'media_bucket', value: 'media-1' }] }] });

    expect(outputValue(outputs, 'media_bucket')).toBe('media-1');
  });

  it('refuses to go on without the output it needs', () => {
    expect(() => outputValue(result({ stacks: [] }), 'media_bucket')).toThrow(
      "no stack has the output 'media_bucket', which the demo needs",
    );
  });
});

import { onSoundParts } from '../../src/config/sound-parts';

const value = { sound: 1, broken: 'x', list: [{ 'a/b': 1, fine: 2 }] };

describe('onSoundParts', () => {
  it('keeps what a check found before it read a broken part', () => {
    const found = onSoundParts(value, new Set(['/broken']), function* (view) {
      yield view.sound;
      yield view.broken;
      yield 'never reached';
    });

    expect([...found]).toEqual([1]);
  });

  it('shows sound parts inside lists and objects as they are', () => {
    const found = onSoundParts(value, new Set(['/list/0/a~1b']), function* ({ list }) {
      for (const item of list) yield item.fine;
      yield* list.map((item) => item['a/b']);
    });

    expect([...found]).toEqual([2]);
  });

  it('does not hide a defect in a check', () => {
    const found = onSoundParts(value, new Set(['/broken']), (): string[] => {
      throw new TypeError('a defect');
    });

    expect(() => [...found]).toThrow(TypeError);
  });
});

import fc from 'fast-check';
import { matchesGlob } from '../../src/core/glob';

const PART = fc.string().map((text) => text.replaceAll('*', '.'));

test('a text without a star fits itself only', () => {
  fc.assert(
    fc.property(PART, PART, (glob, text) => {
      expect(matchesGlob(glob, text)).toBe(glob === text);
    }),
  );
});

test('a star stands for any characters, none and line ends among them', () => {
  fc.assert(
    fc.property(PART, PART, fc.string(), (before, after, between) => {
      expect(matchesGlob(`${before}*${after}`, `${before}${between}${after}`)).toBe(true);
    }),
  );
});

test('what stands before and after a star must be there', () => {
  expect(matchesGlob('aws_*.Web', 'aws_instance.Web-1')).toBe(false);
  expect(matchesGlob('aws_*.Web', 'x.aws_instance.Web')).toBe(false);
});

import { CodeTree } from '../../../src/release/archive/code-tree';
import { LIMITS } from '../../../src/release/archive/limits';
import { checkLinks, followed } from '../../../src/release/archive/links';

const content = { offset: 0, size: 0, sha256: '' };

function treeOf(links: Readonly<Record<string, string>>): CodeTree {
  const tree = new CodeTree('release', LIMITS);
  tree.add('index.php', { kind: 'file', content, executable: false });
  tree.add('a/b/c.php', { kind: 'file', content, executable: false });
  for (const [path, target] of Object.entries(links)) tree.add(path, { kind: 'link', target });
  return tree;
}

test.each([
  ['beside it', { 'a/link': 'b/c.php' }],
  ['above it', { 'a/b/link': '../../index.php' }],
  ['a folder', { link: './a/b/' }],
  ['through another link', { link: 'a/up', 'a/up': 'b/c.php' }],
])('a link may lead to what is %s', (_case, links) => {
  expect(() => checkLinks(treeOf(links))).not.toThrow();
});

test.each([
  ['out of the release', { 'a/link': '../../etc/passwd' }],
  ['out of it by another link', { 'a/b/up': '../..', link: 'a/b/up/../etc' }],
  ['to an absolute path', { link: '/index.php' }],
  ['to nothing', { link: 'nothing.php' }],
  ['through a file', { link: 'index.php/../a' }],
  ['to itself', { link: 'link' }],
  ['round in circles', { link: 'other', other: 'link' }],
])('a link must not lead %s', (_case, links) => {
  expect(() => checkLinks(treeOf(links))).toThrow(/^the link '.*' must lead to a file or folder of the release, got/);
});

test('the message names the link, where it leads and the way out', () => {
  expect(() => checkLinks(treeOf({ 'a/link': '/etc' }))).toThrow(
    new Error(
      `the link 'a/link' must lead to a file or folder of the release, got "/etc"; put the file itself in its place`,
    ),
  );
});

test('following a path answers the place it ends at', () => {
  expect(followed(treeOf({ link: 'a' }), '', 'link/b/../b/c.php')).toBe('a/b/c.php');
});

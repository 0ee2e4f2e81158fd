import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [`'tags.owner' must be given, to know whom to ask and who pays, got nothing; add it`, { 'tags/owner': undefined }],
  [`'tags.cost-center' must not be empty, got ""; fill it in`, { 'tags/cost-center': '' }],
  [
    `'tags.system' must not replace the tag 'system', which is set automatically, got "x"; remove it`,
    { 'tags/system': 'x' },
  ],
  [
    `'tags.Environment' must not replace the tag 'environment', which is set automatically, got "x"; remove it`,
    { 'tags/Environment': 'x' },
  ],
  [
    `'tags["aws:x"]' must not have a key starting with 'aws:', which AWS reserves, got "aws:x"; rename it`,
    { 'tags/aws:x': 'x' },
  ],
  [
    `'tags["team name"]' must have a key of letters, digits and + - = . _ : @ (instance metadata allows no others), got "team name"; rename it`,
    { 'tags/team name': 'x' },
  ],
  [
    `'tags.Owner' must differ from "owner" in more than case, for IAM's sake, got "Owner"; remove one`,
    { 'tags/Owner': 'x' },
  ],
  [
    `'tags._index' must have a key of letters, digits and + - = . _ : @ (instance metadata allows no others), got "_index"; rename it`,
    { 'tags/_index': 'x' },
  ],
  [
    `'tags["kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…"]' must have a key of at most 127 characters, got "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…"; shorten it by 1`,
    { [`tags/${'k'.repeat(128)}`]: 'x' },
  ],
  [
    `'tags.team' must have at most 256 characters, got "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv…"; shorten it by 1`,
    { 'tags/team': 'v'.repeat(257) },
  ],
  [
    `'tags.team' must be letters, digits, spaces and _ . : / = + - @, got "a;b"; remove the other characters`,
    { 'tags/team': 'a;b' },
  ],
  [
    '\'tags.team\' must be letters, digits, spaces and _ . : / = + - @, got "${x}"; remove the other characters',
    { 'tags/team': '${x}' },
  ],
  [`'tags.team' must not start with 'aws:', which AWS reserves, got "aws:x"; change it`, { 'tags/team': 'aws:x' }],
];

describe('mistakes in tags', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});

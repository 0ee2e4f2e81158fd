import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const ACCESS_POINT_ROOT = defineRule({
  id: 'WPHA-EFS-005',
  title: 'access points open a directory of their own',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_efs_access_point'],
  rows: ['EFS-005'],
  maps: { checkov: ['CKV_AWS_329'], fsbp: ['EFS.3'] },
  why: 'An access point to the root of the file system shows a client the files of every other client.',
  fix: "Set 'path' in 'root_directory' to a directory such as /uploads; changing it replaces the access point.",
  check: (point) =>
    expectValue(point, 'root_directory.path', ({ text }) => !/^\/*$/.test(text ?? ''), {
      wanted: 'a directory below /',
    }),
});

import { expectSet, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const ACCESS_POINT_USER = defineRule({
  id: 'WPHA-EFS-006',
  title: 'access points say whose files they write',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_efs_access_point'],
  rows: ['EFS-006'],
  maps: { checkov: ['CKV_AWS_330'], fsbp: ['EFS.4'] },
  why: 'Without it a client decides who it is, and root on any instance is root on the files.',
  fix: "Set 'uid' and 'gid' in 'posix_user'; changing them replaces the access point.",
  check: (point) =>
    firstOf(
      () => expectSet(point, 'posix_user.uid'),
      () => expectSet(point, 'posix_user.gid'),
    ),
});

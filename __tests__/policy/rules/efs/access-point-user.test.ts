import { ACCESS_POINT_USER } from '../../../../src/policy/rules/efs/access-point-user';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const point = (posix_user: object): Resources => ({ aws_efs_access_point: { uploads: { posix_user } } });

describeRule(ACCESS_POINT_USER, {
  pass: { 'it is given': point({ uid: 33, gid: 33 }), 'variables hold it': point({ uid: '${var.uid}', gid: 33 }) },
  fail: { 'nothing is said': { aws_efs_access_point: { uploads: { file_system_id: 'fs-1' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: {
    'aws_efs_access_point.uploads.posix_user': [undefined],
    'aws_efs_access_point.uploads.posix_user.uid': [undefined],
    'aws_efs_access_point.uploads.posix_user.gid': [undefined],
  },
});

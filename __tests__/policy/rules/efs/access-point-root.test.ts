import { ACCESS_POINT_ROOT } from '../../../../src/policy/rules/efs/access-point-root';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const point = (path: string): Resources => ({ aws_efs_access_point: { uploads: { root_directory: { path } } } });

describeRule(ACCESS_POINT_ROOT, {
  pass: { 'it has its own': point('/uploads') },
  fail: { 'nothing is said': { aws_efs_access_point: { uploads: { file_system_id: 'fs-1' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': point('${var.path}') },
  guards: {
    'aws_efs_access_point.uploads.root_directory.path': ['/', '//', undefined],
    'aws_efs_access_point.uploads.root_directory': [undefined],
  },
});

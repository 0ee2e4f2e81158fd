import { ACCOUNT_PUBLIC_ACCESS_BLOCK } from '../../../../src/policy/rules/s3/account-public-access-block';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const ALL = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
const block = (settings: object): Resources => ({ aws_s3_account_public_access_block: { all: { ...settings } } });

describeRule(ACCOUNT_PUBLIC_ACCESS_BLOCK, {
  pass: { 'all are on': block(ALL) },
  fail: { 'nothing is said': block({ account_id: '123456789012' }) },
  notApplicable: { 'somebody else owns the account': OTHER_RESOURCES },
  unknown: { 'a variable decides': block({ ...ALL, restrict_public_buckets: '${var.block}' }) },
  guards: Object.fromEntries(
    Object.keys(ALL).map((name) => [`aws_s3_account_public_access_block.all.${name}`, [false, undefined]]),
  ),
});

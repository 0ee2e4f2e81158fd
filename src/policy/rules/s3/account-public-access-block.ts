import { defineRule } from '../../rule/rule';
import { judgeSwitches } from './public-access';

/** Whether an account has the block at all is known to whoever owns the account, and to no single configuration. */
export const ACCOUNT_PUBLIC_ACCESS_BLOCK = defineRule({
  id: 'WPHA-S3-006',
  title: 'the block of public access of the whole account leaves nothing out',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_s3_account_public_access_block'],
  rows: ['S3-006'],
  maps: { fsbp: ['S3.1'] },
  why: 'A configuration that manages the block of the account decides for every bucket in it, those of others included.',
  fix: 'Set all four switches of the block to true.',
  check: judgeSwitches,
});

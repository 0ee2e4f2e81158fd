import type { Readable } from '../../model/block';
import type { Value } from '../../model/value';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';

/** Names that AWS gives to whoever asks for them next. */
const OF_AWS = /\.(amazonaws\.com(\.cn)?|cloudfront\.net|elasticbeanstalk\.com|awsglobalaccelerator\.com)\.?$/i;

export const NO_DANGLING_RECORD = defineRule({
  id: 'WPHA-DNS-003',
  title: 'records lead to what the configuration knows',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_route53_record'],
  rows: ['DNS-003'],
  maps: { checkov: ['CKV2_AWS_23'] },
  why: 'A record that outlives its load balancer or bucket belongs to whoever gets that name next, cookies included.',
  fix: 'Refer to the resource, or to a data source that finds it, instead of writing its name.',
  check: (record) => {
    const aliases = record.blocks('alias');
    if (aliases.length > 0) return aliases.map((alias) => judge(alias, 'name', alias.get('name')));
    if (record.get('type').isKnown && !record.get('type').is('CNAME')) return notApplicable();
    const names = record.get('records').items;
    const verdicts = names.filter(({ text }) => text === undefined || OF_AWS.test(text));
    return verdicts.length === 0 ? notApplicable() : verdicts.map((name) => judge(record, 'records', name));
  },
});

function judge(settings: Readable, path: string, name: Value): Verdict {
  if (name.targets.length > 0) return pass();
  if (!name.isKnown) return unknown([settings, path]);
  return fail([settings, path], `'${name.text}' is written out, so nobody notices when it is gone`);
}

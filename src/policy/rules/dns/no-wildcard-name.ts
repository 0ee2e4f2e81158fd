import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';

const NAMES = ['domain_name', 'subject_alternative_names'];

export const NO_WILDCARD_NAME = defineRule({
  id: 'WPHA-DNS-006',
  title: 'certificates name every host',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_acm_certificate'],
  rows: ['DNS-006'],
  maps: { checkov: ['CKV2_AWS_71'] },
  why: 'Whoever takes over one forgotten host below the domain can then speak for all of them.',
  fix: 'List the names; suppress it where visitors make subdomains, as in a multisite.',
  check: (certificate) =>
    NAMES.flatMap((attribute) =>
      certificate.get(attribute).items.map((name): Verdict => {
        const { text } = name;
        if (text?.startsWith('*.') === true) {
          return fail([certificate, attribute], `'${text}' stands for every host`, { part: text });
        }
        return name.isUnclear ? unknown([certificate, attribute]) : pass();
      }),
    ),
});

import { defineRule } from '../../rule/rule';
import { fail, pass, type Verdict } from '../../rule/verdict';

const KEYS = ['access_key', 'secret_key', 'token'];

export const NO_KEYS_IN_PROVIDER = defineRule({
  id: 'WPHA-TF-001',
  title: 'no credentials in the provider block',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: ['provider.aws'],
  rows: ['TF-001'],
  maps: { checkov: ['CKV_AWS_41'] },
  why: 'Credentials in the configuration are in every clone of the repository and in every plan.',
  fix: 'Take them from the environment, from a profile, or from the identity of the pipeline.',
  suppressible: false,
  check: (provider) => {
    const written = KEYS.filter((key) => provider.get(key).isKnown);
    const verdicts = written.map((key): Verdict => fail([provider, key], `'${key}' is written into the configuration`));
    return verdicts.length === 0 ? pass() : verdicts;
  },
});

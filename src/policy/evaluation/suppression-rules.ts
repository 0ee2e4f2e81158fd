import type { RuleDescription } from '../rule/rule';

export const EXPIRED: RuleDescription = {
  id: 'WPHA-SUPPRESS-001',
  title: 'suppressions have not expired',
  severity: 'low',
  maps: {},
  why: 'An accepted risk has to be decided anew from time to time; the finding itself is active again.',
  fix: 'Repair the finding, or give the suppression a new day and a reason that still holds.',
};

export const UNUSED: RuleDescription = {
  id: 'WPHA-SUPPRESS-002',
  title: 'suppressions silence something',
  severity: 'low',
  maps: {},
  why: 'A suppression that silences nothing will silence the next mistake that nobody looked at.',
  fix: 'Delete the suppression.',
};

export const REFUSED: RuleDescription = {
  id: 'WPHA-SUPPRESS-003',
  title: 'rules that refuse are not suppressed',
  severity: 'high',
  maps: {},
  why: 'Some rules have no exception that a reviewer would sign.',
  fix: 'Delete the suppression and repair what the rule finds.',
};

export const TOO_LONG: RuleDescription = {
  id: 'WPHA-SUPPRESS-004',
  title: 'suppressions end within a year',
  severity: 'medium',
  maps: {},
  why: 'A suppression without an end is a change of the rules that nobody decided.',
  fix: 'Choose a day within the next 366 days; until then the suppression has no effect.',
};

/** The rules about suppressions themselves; they belong to every pack and cannot be suppressed. */
export const SUPPRESSION_RULES: readonly RuleDescription[] = [EXPIRED, UNUSED, REFUSED, TOO_LONG];

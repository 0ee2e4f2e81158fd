/** Instances that do not reach a part. */
export interface Cut {
  /** Addresses of the instances. */
  readonly from: readonly string[];
  /** Addresses of the part. */
  readonly to: readonly string[];
  /** Whether packets vanish, as on the way to a host that is gone, or connections are refused, as by one without a server. */
  readonly how: 'vanish' | 'refuse';
}

/**
 * Rules for `nft -f` that cut instances off, beside those of the security groups and before them: connections that exist
 * break off as well. Loading them again replaces what is loaded.
 */
export function faultFilter(cuts: readonly Cut[]): string {
  return [
    'table inet lab_faults',
    'delete table inet lab_faults',
    'table inet lab_faults {',
    '  chain input {',
    '    type filter hook input priority filter - 10; policy accept;',
    ...cuts.map(({ from, to, how }) => `    ip saddr ${set(from)} ip daddr ${set(to)} ${VERDICTS[how]}`),
    '  }',
    '}',
    '',
  ].join('\n');
}

const VERDICTS = { vanish: 'drop', refuse: 'meta l4proto tcp reject with tcp reset' } as const;

function set(members: readonly string[]): string {
  return `{ ${members.join(', ')} }`;
}

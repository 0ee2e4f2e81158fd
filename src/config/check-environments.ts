import { cidrsOverlap } from '../core/cidr';
import type { Environment } from './environment';
import { ConfigurationError, problem, type Problem } from './problem';

type PairCheck = (environment: Environment, other: Environment) => Iterable<Problem>;

const namesDiffer: PairCheck = function* ({ name }, other) {
  const rule =
    'must differ from the name of every other environment, because it names the workspace that holds the state';
  if (name === other.name) yield problem('name', rule, name, 'rename one of the two');
};

const networksDoNotOverlap: PairCheck = function* ({ accountId, network: { cidrBlock } }, other) {
  if (accountId !== other.accountId || !cidrsOverlap(cidrBlock, other.network.cidrBlock)) return;
  const rule = `must not overlap that of '${other.name}' (${other.network.cidrBlock}) in the same account`;
  yield problem('network.cidrBlock', rule, cidrBlock, 'choose a range outside it');
};

const domainsDiffer: PairCheck = function* ({ domain }, other) {
  if (domain === undefined || domain.name !== other.domain?.name) return;
  yield problem('domain.name', `must differ from that of '${other.name}'`, domain.name, 'rename one of the two');
};

const zonesAreMadeOnce: PairCheck = function* (environment, other) {
  const zone = zoneMadeBy(environment);
  if (zone === undefined || zone !== zoneMadeBy(other)) return;
  const rule = `must not be made by '${other.name}' as well, because only one zone can be delegated`;
  yield problem('domain.zoneName', rule, zone, `give 'domain.hostedZoneId' in one of the two`);
};

const stateBucketsAgree: PairCheck = function* ({ state }, other) {
  if (state.type !== 's3' || other.state.type !== 's3' || state.bucket !== other.state.bucket) return;
  if (state.region === other.state.region) return;
  const rule = `must be that of '${other.name}' (${other.state.region}), which uses the same bucket`;
  yield problem('state.region', rule, state.region, 'correct one of the two');
};

const pairChecks: readonly PairCheck[] = [
  namesDiffer,
  networksDoNotOverlap,
  domainsDiffer,
  zonesAreMadeOnce,
  stateBucketsAgree,
];

/** What is wrong with an environment because of others. */
export function conflictsOf(environment: Environment, others: readonly Environment[]): Problem[] {
  return others.flatMap((other) => pairChecks.flatMap((check) => [...check(environment, other)]));
}

/**
 * Checks that environments can exist side by side: names, networks, domains and states.
 *
 * @throws ConfigurationError with every conflict, each reported for the later environment of the two
 */
export function checkEnvironments(environments: readonly Environment[]): void {
  const conflicts = environments.flatMap((environment, index) =>
    conflictsOf(environment, environments.slice(0, index)),
  );
  if (conflicts.length > 0) throw new ConfigurationError('environments', conflicts);
}

/** Name of the zone that the foundation stack of an environment creates. */
function zoneMadeBy({ domain }: Environment): string | undefined {
  return domain === undefined || domain.hostedZoneId !== undefined ? undefined : (domain.zoneName ?? domain.name);
}

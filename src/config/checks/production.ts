import type { Check } from '../check';
import type { Environment } from '../environment';
import { problem, type Problem } from '../problem';

/** Least days of automated backups in production. */
const LEAST_RETENTION_DAYS = 7;

const siteHasDomain = inProduction(function* ({ domain }) {
  if (domain === undefined)
    yield problem(
      'domain',
      'must be given in production, where HTTPS is required',
      domain,
      `add it, for example domain: { name: 'www.example.com' }`,
    );
});

const everyZoneHasNat = inProduction(function* ({ network: { nat } }) {
  if (nat !== 'per-zone')
    yield problem(
      'network.nat',
      `must be 'per-zone' in production, so that no zone depends on another`,
      nat,
      `use 'per-zone'`,
    );
});

const fleetSurvivesInstance = inProduction(function* ({ fleet: { minSize } }) {
  if (minSize === 1)
    yield problem('fleet.minSize', 'must be at least 2 in production, so that a zone can fail', minSize, 'raise it');
});

const databaseHasStandby = inProduction(function* ({ database: { multiAz } }) {
  if (!multiAz)
    yield problem('database.multiAz', 'must be true in production, so that a zone can fail', multiAz, `use true`);
});

const databaseHasBackups = inProduction(function* ({ database: { backupRetentionDays } }) {
  if (backupRetentionDays < 0 || backupRetentionDays >= LEAST_RETENTION_DAYS) return;
  const rule = `must be at least ${LEAST_RETENTION_DAYS} days in production`;
  yield problem('database.backupRetentionDays', rule, backupRetentionDays, 'raise it');
});

const dataIsProtected = inProduction(function* ({ protection }) {
  if (protection !== 'off') return;
  const fix = `use 'on', or { offUntil, reason } to destroy it on purpose`;
  yield problem('protection', 'must not be off without a date in production', protection, fix);
});

const somebodyIsAlerted = inProduction(function* ({ alertEmails }) {
  if (alertEmails.length === 0)
    yield problem('alertEmails', 'must name somebody in production', alertEmails, 'add an address');
});

const stateIsRemote = inProduction(function* ({ state }) {
  if (state.type === 'local')
    yield problem(
      'state.type',
      `must be 's3' or 'cloud' in production`,
      state.type,
      'keep the state where others and a lock can reach it',
    );
});

/** A rule for production only. */
function inProduction(check: (environment: Environment) => Iterable<Problem>): Check {
  return (environment) => (environment.stage === 'production' ? check(environment) : []);
}

export const productionChecks: readonly Check[] = [
  siteHasDomain,
  everyZoneHasNat,
  fleetSurvivesInstance,
  databaseHasStandby,
  databaseHasBackups,
  dataIsProtected,
  somebodyIsAlerted,
  stateIsRemote,
];

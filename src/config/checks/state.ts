import { matching, type Check } from '../check';
import { problem, type Problem } from '../problem';
import { regionProblems } from '../region-problems';

/** Longest workspace name of HCP Terraform. */
const LONGEST_WORKSPACE = 90;
/** The stack with the longest name, for the length of workspace names. */
const LONGEST_STACK = 'operations';

const bucketIsWellFormed: Check = function* ({ state }) {
  if (state.type !== 's3') return;
  const rule = 'must be 3 to 63 lower-case letters, digits and hyphens';
  yield* matching(
    'state.bucket',
    state.bucket,
    /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    rule,
    `write it like 'wordpress-ha-state-123456789012'`,
  );
};

const bucketIsNotReserved: Check = function* ({ state }) {
  if (state.type !== 's3') return;
  const reserved = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|--x-s3|--table-s3)$/.exec(state.bucket)?.[0];
  if (reserved !== undefined)
    yield problem('state.bucket', `must not contain '${reserved}' there, which S3 reserves`, state.bucket, 'rename it');
};

const bucketRegionIsKnown: Check = ({ state }) =>
  state.type === 's3' ? regionProblems('state.region', state.region) : [];

const keyPrefixIsPath: Check = function* ({ state }) {
  if (state.type !== 's3' || state.keyPrefix === undefined) return;
  const rule = 'must be words of letters, digits, dots, hyphens and underscores between single slashes';
  yield* matching('state.keyPrefix', state.keyPrefix, /^[\w.-]+(\/[\w.-]+)*$/, rule, `write it like 'environments'`);
};

const cloudNamesAreWellFormed: Check = function* ({ state }) {
  if (state.type !== 'cloud') return;
  const { organization, hostname, workspacePrefix } = state;
  const rule = 'must be letters, digits, hyphens and underscores';
  yield* matching(
    'state.organization',
    organization,
    /^[\w-]{3,40}$/,
    `${rule}, 3 to 40 of them`,
    'copy it from HCP Terraform',
  );
  if (workspacePrefix !== undefined)
    yield* matching('state.workspacePrefix', workspacePrefix, /^[\w-]+$/, rule, `write it like 'wordpress-'`);
  if (hostname !== undefined) yield* hostnameProblems(hostname);
};

const cloudWorkspaceFits: Check = function* ({ state, name }) {
  if (state.type !== 'cloud' || state.workspacePrefix === undefined) return;
  const excess = `${state.workspacePrefix}${LONGEST_STACK}-${name}`.length - LONGEST_WORKSPACE;
  const rule = `must keep workspace names within ${LONGEST_WORKSPACE} characters`;
  if (excess > 0) yield problem('state.workspacePrefix', rule, state.workspacePrefix, `shorten it by ${excess}`);
};

const directoryIsInProject: Check = function* ({ state }) {
  if (state.type !== 'local' || state.directory === undefined) return;
  const { directory } = state;
  const inside = /^[\w.-]+(\/[\w.-]+)*$/.test(directory) && !directory.split('/').includes('..');
  const rule = 'must be a folder inside the project, relative to it';
  if (!inside) yield problem('state.directory', rule, directory, `write it like '.wordpress-ha/state'`);
};

function hostnameProblems(hostname: string): Iterable<Problem> {
  const form = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
  return matching(
    'state.hostname',
    hostname,
    form,
    'must be a host name in lower case without a scheme',
    `write it like 'app.terraform.io'`,
  );
}

export const stateChecks: readonly Check[] = [
  bucketIsWellFormed,
  bucketIsNotReserved,
  bucketRegionIsKnown,
  keyPrefixIsPath,
  cloudNamesAreWellFormed,
  cloudWorkspaceFits,
  directoryIsInProject,
];

import { UserError } from '../../../core/errors';
import type { ObjectStore, ReleaseScope } from '../../../release';
import { objectOf } from '../../../terraform/json';
import type { Context } from '../../context';
import type { ReleaseOptions } from '../../options';
import { openSession, type Session } from '../../session/session';

/** The output that names the releases bucket, in whichever stack makes it. */
const BUCKET_OUTPUT = 'releases_bucket';
const DEFAULT_APP = 'wordpress';

/** The releases of one application and environment. */
export interface ReleaseBucket {
  readonly session: Session;
  readonly store: ObjectStore;
  readonly scope: ReleaseScope;
}

/** Finds the releases bucket of the environment, works with it and lets it go. */
export async function withReleaseBucket<T>(
  context: Context,
  options: ReleaseOptions,
  changing: boolean,
  work: (bucket: ReleaseBucket) => Promise<T>,
): Promise<T> {
  const app = appOption(options.app);
  const session = await openSession(context, options, { changing });
  const { entry, variables, environment } = session;
  const region = entry?.region ?? variables['AWS_REGION'];
  if (region === undefined) throw new UserError("the region of the bucket is not known; set 'AWS_REGION'");
  const bucket = await bucketName(session);
  const store = await context.services.releases.openBucket({ bucket, region, accountId: entry?.accountId, variables });
  try {
    return await work({ session, store, scope: { app, environment } });
  } finally {
    store.close();
  }
}

async function bucketName(session: Session): Promise<string> {
  const stack = session.assembly.stacks.find(({ configuration }) => BUCKET_OUTPUT in objectOf(configuration['output']));
  if (stack === undefined) {
    throw new UserError(
      `no stack has an output '${BUCKET_OUTPUT}'; add one to the stack that makes the releases bucket`,
    );
  }
  const value = (await session.outputsOf(stack))[BUCKET_OUTPUT]?.value;
  if (typeof value === 'string') return value;
  throw new UserError(
    `the releases bucket of '${session.environment}' does not exist yet; make it by ` +
      `'wordpress-ha apply -e ${session.environment} --stack ${[...stack.dependencies, stack.name].join(' --stack ')}'`,
  );
}

function appOption(app = DEFAULT_APP): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(app)) return app;
  throw new UserError(`'--app' must be lower-case letters, digits and hyphens, got '${app}'`);
}

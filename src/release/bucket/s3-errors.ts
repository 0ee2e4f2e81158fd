import { messageOf, UserError } from '../../core/errors';
import { objectOf } from '../../terraform/json';

/** HTTP status of a failed call. */
function statusOf(error: unknown): number | undefined {
  const status = objectOf(objectOf(error)['$metadata'])['httpStatusCode'];
  return typeof status === 'number' ? status : undefined;
}

/** Whether there is no such object; a missing bucket is something else. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name) && statusOf(error) === 404;
}

/** Whether a conditional write found another version than it wanted, or none, or somebody writing at the same time. */
export function isRefusedCondition(error: unknown): boolean {
  return [409, 412].includes(statusOf(error) ?? 0) || isMissing(error);
}

/** Whether the same call may work a moment later. */
export function isTransient(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined) return status >= 500 || status === 429;
  return error instanceof Error && /^(ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN)/.test(String(objectOf(error)['code']));
}

/** What a person can do about a failed call; a defect is returned as it is. */
export function explain(error: unknown, bucket: string, key: string, signal: AbortSignal): unknown {
  const address = `s3://${bucket}/${key}`;
  if (signal.aborted) return new UserError('interrupted; the same command goes on where it ended');
  if (!(error instanceof Error) || error instanceof UserError || error instanceof TypeError) return error;
  const status = statusOf(error);
  if (error.name === 'NoSuchBucket' || (status === 404 && error.name !== 'NoSuchKey')) {
    return new UserError(`the releases bucket '${bucket}' does not exist; apply the stack that makes it`);
  }
  if (status === 403) {
    return new UserError(
      `${address} may not be read or written with these credentials; check the account and its permissions`,
    );
  }
  if (status === 301) return new UserError(`the releases bucket '${bucket}' is in another region; correct 'region'`);
  if (error.name === 'BadDigest' || error.name === 'InvalidRequest') {
    return new UserError(
      `${address} was not kept, because its content did not arrive as it was sent: ${error.message}; try again`,
    );
  }
  return new UserError(`${address} cannot be read or written: ${messageOf(error)}; check network and credentials`);
}

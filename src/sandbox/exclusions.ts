/** Something the emulator cannot do and a run in the sandbox therefore does not show. */
export interface Exclusion {
  /** Kebab-case and permanent. */
  readonly id: string;
  /** Terraform resource type. */
  readonly resourceType: string;
  /** Attributes whose differences are ignored, in the sandbox only; empty when nothing is ignored but something not run. */
  readonly attributes: readonly string[];
  /** What the emulator does instead, and what is therefore not proved. */
  readonly reason: string;
}

/** Every gap of the emulator that no fix closes. What is fixed is not here but in `emulator/`. */
export const EXCLUSIONS: readonly Exclusion[] = [
  {
    id: 'instances-do-not-boot',
    resourceType: 'aws_autoscaling_group',
    attributes: [],
    reason:
      'instances are records that are in service at once: user data, health checks and lifecycle hooks do not run',
  },
  {
    id: 'refresh-is-instant',
    resourceType: 'aws_autoscaling_group',
    attributes: [],
    reason: 'an instance refresh replaces all instances at once, so its pace and its rollback are not shown',
  },
  {
    id: 'functions-do-not-run',
    resourceType: 'aws_lambda_function',
    attributes: [],
    reason: 'an invocation is answered with its own payload: no database user is made and no secret is written',
  },
  {
    id: 'database-is-a-record',
    resourceType: 'aws_db_instance',
    attributes: [],
    reason: 'no engine runs: parameters, failover and connections are accepted, not tried',
  },
  {
    id: 'no-permission-is-checked',
    resourceType: 'aws_iam_role',
    attributes: [],
    reason: 'every call is allowed: whether a role may do what it must is not shown',
  },
  {
    id: 'certificate-validates-itself',
    resourceType: 'aws_acm_certificate_validation',
    attributes: [],
    reason: 'certificates are issued after a second, whatever DNS says',
  },
];

/** The exclusions that concern some resource of these types. */
export function applicableExclusions(resourceTypes: ReadonlySet<string>): Exclusion[] {
  return EXCLUSIONS.filter(({ resourceType }) => resourceTypes.has(resourceType));
}

/** One line for each exclusion, to print at the end of a run. */
export function describeExclusions(exclusions: readonly Exclusion[]): string[] {
  return exclusions.map(({ id, resourceType, attributes, reason }) => {
    const ignored = attributes.length === 0 ? '' : ` (ignored: ${attributes.join(', ')})`;
    return `${id}: ${resourceType}${ignored}: ${reason}`;
  });
}

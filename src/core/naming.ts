/** The first parts of every physical name: the system and its environment. */
export interface NameScope {
  /** Name of the whole system, such as `wordpress`. */
  readonly system: string;
  /** Name of the environment, such as `production`. */
  readonly environment: string;
}

/** Longest physical names that AWS accepts, from the services' own references. */
export const NAME_LIMITS = {
  autoScalingGroup: 255,
  databaseInstance: 63,
  iamRole: 64,
  kmsAlias: 256,
  lambdaFunction: 64,
  loadBalancer: 32,
  logGroup: 512,
  s3Bucket: 63,
  targetGroup: 32,
} as const;

/** `<system>-<environment>[-<part>...]`, the shape of every physical name. */
export function physicalName(scope: NameScope, ...parts: readonly string[]): string {
  return [scope.system, scope.environment, ...parts].join('-');
}

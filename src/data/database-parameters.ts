import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import { Construct } from 'constructs';

/**
 * What differs from RDS's defaults or must not silently follow them.
 *
 * All of them take effect without a restart. `log_output` FILE is what lets the slow query log be exported.
 */
const PARAMETERS: Readonly<Record<string, string>> = {
  character_set_client: 'utf8mb4',
  character_set_server: 'utf8mb4',
  collation_server: 'utf8mb4_0900_ai_ci',
  log_output: 'FILE',
  long_query_time: '2',
  require_secure_transport: '1',
  slow_query_log: '1',
};

export interface DatabaseParametersProps {
  /** Start of the group's name. */
  readonly namePrefix: string;
  /** Major version of MySQL, such as `8.4`. Changing it makes a new group, which takes the old one's place. */
  readonly engineVersion: string;
}

/** The parameter group of a MySQL database: utf8mb4 throughout, TLS required, queries above two seconds logged. */
export class DatabaseParameters extends Construct {
  readonly resource: DbParameterGroup;
  readonly parameterGroupName: string;

  constructor(scope: Construct, id: string, props: DatabaseParametersProps) {
    super(scope, id);
    const { namePrefix, engineVersion } = props;

    this.resource = new DbParameterGroup(this, 'Resource', {
      namePrefix: `${namePrefix}-`,
      family: `mysql${engineVersion}`,
      description: `MySQL ${engineVersion} for WordPress`,
      parameter: Object.entries(PARAMETERS).map(([name, value]) => ({ name, value, applyMethod: 'immediate' })),
      lifecycle: { createBeforeDestroy: true },
    });

    this.parameterGroupName = this.resource.name;
  }
}

import type { Reader } from './reader';
import type { Resource } from './resource';

/** Settings of an instance that name another part; the instance reads them below `/<system>/<environment>/`. */
export const PART_SETTINGS = {
  databaseHost: 'database-host',
  databaseSecret: 'database-secret-arn',
  salts: 'salts-secret-arn',
  fileSystem: 'file-system-id',
  accessPoint: 'access-point-id',
} as const;

/** A setting that names another part. */
export type PartSetting = keyof typeof PART_SETTINGS;

/** The SSM parameters that instances read at boot. */
export class Settings {
  readonly parameters: readonly Resource[];

  constructor(
    private readonly reader: Reader,
    root: string,
  ) {
    this.root = root;
    this.parameters = reader.all('aws_ssm_parameter').filter((each) => reader.text(each, 'name').startsWith(root));
  }

  private readonly root: string;

  /** The parameter itself; undefined when the stacks have none of that name. */
  parameter(setting: PartSetting): Resource | undefined {
    const name = `${this.root}${PART_SETTINGS[setting]}`;
    return this.parameters.find((each) => this.reader.text(each, 'name') === name);
  }

  /** The resource that a setting refers to; undefined when there is no such setting. */
  part(setting: PartSetting, type: string): Resource | undefined {
    const parameter = this.parameter(setting);
    return parameter === undefined ? undefined : this.reader.target(parameter, [valueMember(parameter)], type);
  }
}

/** Where a parameter keeps its value. */
export function valueMember(parameter: Resource): 'insecure_value' | 'value' {
  return parameter.block.insecure_value === undefined ? 'value' : 'insecure_value';
}

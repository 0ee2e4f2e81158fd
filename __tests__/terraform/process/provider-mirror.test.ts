import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../support/files';
import { findProviderSource, type ProviderSource } from '../../../src/terraform/process/provider-mirror';
import { temporaryFolder } from '../../support/temporary-folder';

const PROVIDER = 'registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64/terraform-provider-aws';

function mirrorBelow(folder: string, name: string): string {
  writeFiles(folder, { [`${name}/${PROVIDER}`]: '' });
  return join(folder, name);
}

function find(variables: Readonly<Record<string, string>>, optionalSoftware = '/nowhere'): ProviderSource {
  return findProviderSource({
    variables: { HOME: '/nowhere', XDG_DATA_DIRS: '/nowhere', ...variables },
    folder: temporaryFolder(),
    optionalSoftware,
  });
}

describe('findProviderSource', () => {
  it('asks the registry when there is nothing else', () => {
    expect(find({})).toEqual({ description: 'registry.terraform.io' });
  });

  it("obeys the user's CLI configuration", () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'my.tfrc': '' });
    const TF_CLI_CONFIG_FILE = join(folder, 'my.tfrc');

    expect(find({ TF_CLI_CONFIG_FILE }, folder)).toEqual({
      description: `as '${TF_CLI_CONFIG_FILE}' says`,
      cliConfigFile: TF_CLI_CONFIG_FILE,
    });
  });

  it('goes on without a CLI configuration that does not exist', () => {
    expect(find({ TF_CLI_CONFIG_FILE: '/nowhere/x' })).toEqual({ description: 'registry.terraform.io' });
  });

  it('takes only hashicorp/aws from the mirror that TF_PROVIDER_MIRROR names', () => {
    const TF_PROVIDER_MIRROR = mirrorBelow(temporaryFolder(), 'mirror');

    const { description, cliConfigFile = '' } = find({ TF_PROVIDER_MIRROR });

    expect(description).toBe(`mirror '${TF_PROVIDER_MIRROR}'`);
    expect(readFileSync(cliConfigFile, 'utf8')).toContain(`path    = "${TF_PROVIDER_MIRROR}"`);
    expect(readFileSync(cliConfigFile, 'utf8')).toContain('exclude = ["registry.terraform.io/hashicorp/aws"]');
  });

  it('fails when TF_PROVIDER_MIRROR names no mirror', () => {
    expect(() => find({ TF_PROVIDER_MIRROR: '/nowhere/mirror' })).toThrow(
      "'TF_PROVIDER_MIRROR' must name a folder that holds 'registry.terraform.io/hashicorp/aws', got '/nowhere/mirror'; correct or unset it",
    );
  });

  it("leaves the user's .terraformrc in force", () => {
    const HOME = temporaryFolder();
    writeFiles(HOME, { '.terraformrc': '' });

    expect(find({ HOME }, mirrorBelow(temporaryFolder(), 'x'))).toEqual({
      description: `as '${join(HOME, '.terraformrc')}' says`,
    });
  });

  it.each(['.terraform.d/plugins', '.local/share/terraform/plugins'])(
    'leaves the implied mirror ~/%s to Terraform',
    (path) => {
      const HOME = temporaryFolder();
      const mirror = mirrorBelow(HOME, path);

      expect(find({ HOME })).toEqual({ description: `mirror '${mirror}'` });
    },
  );

  it('finds a mirror directly under the folder of optional software', () => {
    const optional = temporaryFolder();
    writeFiles(optional, { 'a-tool/readme': '' });
    const mirror = mirrorBelow(optional, 'plugins');

    const source = find({}, optional);

    expect(source.description).toBe(`mirror '${mirror}'`);
    expect(source.cliConfigFile).toBeDefined();
  });
});

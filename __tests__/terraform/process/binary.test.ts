import { dirname } from 'node:path';
import { fakeBinary } from '../support/fake-binary';
import { findTerraform } from '../../../src/terraform/process/binary';
import { temporaryFolder } from '../../support/temporary-folder';

const saying = (stdout: string): string => fakeBinary(temporaryFolder(), { version: { stdout } }).path;
const version = (terraform_version: string): string => saying(JSON.stringify({ terraform_version }));

describe('findTerraform', () => {
  it('finds terraform on PATH', async () => {
    const path = version('1.11.4');

    const found = await findTerraform({ PATH: `/nowhere:${dirname(path)}` }, {});

    expect(found).toEqual({ path, version: '1.11.4' });
  });

  it.each(['TERRAFORM_BINARY', 'TERRAFORM_BINARY_NAME'])('takes the program that %s names', async (variable) => {
    const path = version('1.12.0');

    expect(await findTerraform({ PATH: '/nowhere', [variable]: path }, {})).toEqual({ path, version: '1.12.0' });
  });

  it('reads the version behind a warning', async () => {
    const path = saying(`Warning: no such file\n\n${JSON.stringify({ terraform_version: '1.10.0' }, null, 2)}\n`);

    expect((await findTerraform({ TERRAFORM_BINARY: path }, {})).version).toBe('1.10.0');
  });

  it.each(['1.9.8', '0.15.5'])('refuses version %s, whose S3 backend cannot lock by itself', async (old) => {
    await expect(findTerraform({ TERRAFORM_BINARY: version(old) }, {})).rejects.toThrow(
      `Terraform must be 1.10 or newer, got ${old} at`,
    );
  });

  it('fails when there is none', async () => {
    await expect(findTerraform({ PATH: '/nowhere' }, {})).rejects.toThrow(
      "'terraform' is not on PATH; install Terraform from https://developer.hashicorp.com/terraform/install",
    );
  });

  it('fails when the program is another one', async () => {
    await expect(findTerraform({ TERRAFORM_BINARY: saying('hello') }, {})).rejects.toThrow(
      "must be Terraform, but 'version -json' gave no version",
    );
  });
});

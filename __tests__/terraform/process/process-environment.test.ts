import { join } from 'node:path';
import { writeFiles } from '../support/files';
import { terraformVariables } from '../../../src/terraform/process/process-environment';
import { temporaryFolder } from '../../support/temporary-folder';

describe('terraformVariables', () => {
  it.each([
    'PATH',
    'HOME',
    'AWS_PROFILE',
    'AWS_ENDPOINT_URL',
    'TF_VAR_size',
    'TF_TOKEN_app_terraform_io',
    'TF_LOG',
    'https_proxy',
    'NO_PROXY',
  ])('passes %s on', (name) => {
    expect(terraformVariables({ [name]: 'value' }).environment).toMatchObject({ [name]: 'value' });
  });

  it.each(['TF_WORKSPACE', 'NODE_OPTIONS', 'GITHUB_TOKEN', 'LD_PRELOAD', 'NPM_TOKEN'])('keeps %s back', (name) => {
    const { environment, notes } = terraformVariables({ [name]: 'value' });

    expect(environment).not.toHaveProperty(name);
    expect(notes).toEqual([]);
  });

  it.each(['TF_CLI_ARGS', 'TF_CLI_ARGS_plan', 'TF_DATA_DIR', 'TF_REATTACH_PROVIDERS'])(
    'keeps %s back and says so',
    (name) => {
      const { environment, notes } = terraformVariables({ [name]: 'value' });

      expect(environment).not.toHaveProperty(name);
      expect(notes).toEqual([`'${name}' is not passed on to Terraform: it would change what the tool runs`]);
    },
  );

  it.each(['AWS_CA_BUNDLE', 'SSL_CERT_FILE', 'TF_CLI_CONFIG_FILE'])(
    'ignores %s when it names a file that does not exist',
    (name) => {
      const { environment, notes } = terraformVariables({ [name]: '/nowhere/at/all' });

      expect(environment).not.toHaveProperty(name);
      expect(notes).toEqual([`'${name}' names '/nowhere/at/all', which does not exist; it is ignored`]);
    },
  );

  it('passes on the name of a file that exists', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'bundle.pem': '' });
    const AWS_CA_BUNDLE = join(folder, 'bundle.pem');

    expect(terraformVariables({ AWS_CA_BUNDLE }).environment).toMatchObject({ AWS_CA_BUNDLE });
  });

  it('leaves the pace of garbage collection to whoever sets it', () => {
    expect(terraformVariables({ GOGC: '50' }).environment).toMatchObject({ GOGC: '50' });
  });

  it('lets Terraform ask nothing and check for no updates', () => {
    expect(terraformVariables({ TF_INPUT: '1' }).environment).toEqual({
      GOGC: '400',
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      CHECKPOINT_DISABLE: '1',
    });
  });
});

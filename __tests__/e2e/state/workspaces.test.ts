import { describeWithStateBucket } from './support/with-state-bucket';
import { guard, s3Settings } from './support/workbench';
import type { StackAssembly } from '../../../src/terraform/assembly';
import { lookingHost } from '../../../src/terraform/execution/looking-terraform';
import { hasChanges, summarizePlan } from '../../../src/terraform/plan/plan-summary';
import type { Terraform } from '../../../src/terraform/execution/terraform';

jest.setTimeout(600_000);

describeWithStateBucket('remote state per workspace', 'all', (bench) => {
  const apply = async (stack: StackAssembly, workspace: string): Promise<Terraform> => {
    const terraform = await bench().open(stack, workspace);
    await terraform.apply(await terraform.plan());
    return terraform;
  };
  const foundation = (environment: string): StackAssembly =>
    bench().stack('foundation', environment, {
      resource: { terraform_data: { guard: guard(environment), value: { input: `made in ${environment}` } } },
      output: { value: { value: '${terraform_data.value.output}' } },
    });
  const web = (environment: string): StackAssembly =>
    bench().stack('web', environment, {
      data: {
        terraform_remote_state: {
          'cross-stack-reference-input-foundation': {
            backend: 's3',
            config: s3Settings('foundation'),
            workspace: '${terraform.workspace}',
          },
        },
      },
      output: {
        seen: { value: '${data.terraform_remote_state.cross-stack-reference-input-foundation.outputs.value}' },
      },
    });

  it('keeps the states of two environments in two objects', async () => {
    await apply(foundation('staging'), 'staging');
    await apply(foundation('production'), 'production');

    expect(await bench().keys()).toEqual([
      'environments/production/foundation.tfstate',
      'environments/staging/foundation.tfstate',
    ]);
    expect(await bench().object('environments/staging/foundation.tfstate')).not.toContain('made in production');
  });

  it('plans nothing after a clean apply', async () => {
    const terraform = await bench().open(foundation('staging'), 'staging');

    const plan = await terraform.plan();

    expect(hasChanges(summarizePlan('foundation', plan.json))).toBe(false);
  });

  it.each(['staging', 'production'])('hands values from stack to stack inside %s only', async (environment) => {
    const terraform = await apply(web(environment), environment);

    expect((await terraform.outputs()).seen).toEqual({
      value: `made in ${environment}`,
      type: 'string',
      sensitive: false,
    });
  });

  it("refuses one environment's JSON in another's workspace", async () => {
    const terraform = await bench().open(foundation('staging'), 'production');

    await expect(terraform.plan()).rejects.toThrow('made for staging');
  });

  it('creates a workspace although the backend already has others', async () => {
    const terraform = await bench().open(foundation('development'), 'development');

    await terraform.apply(await terraform.plan());

    expect(await bench().keys()).toContain('environments/development/foundation.tfstate');
  });

  it('makes no workspace for whoever only looks, and plans nothing there', async () => {
    const { open } = lookingHost(await bench().host());
    const look = async (environment: string): Promise<[boolean, number]> => {
      const terraform = open(foundation(environment), environment);
      await terraform.init();
      const present = await terraform.selectWorkspace(environment);
      return [present, ((await terraform.plan()).json.resource_changes ?? []).length];
    };
    const before = await bench().keys();

    expect(await look('never')).toEqual([false, 0]);
    expect(await look('staging')).toEqual([true, 2]);
    expect(await bench().keys()).toEqual(before);
  });

  it('refuses a stack whose configuration names another state than before', async () => {
    const stack = foundation('staging');
    const moved = {
      ...stack,
      configuration: { ...stack.configuration, terraform: { backend: { s3: s3Settings('moved') } } },
    };

    const terraform = (await bench().host()).open(moved, 'staging');

    await expect(terraform.init()).rejects.toThrow("stack 'foundation' is connected to another state");
  });
});

import { lookingHost } from '../../terraform/execution/looking-terraform';
import type { InSlot } from '../../terraform/schedule/slots';
import type { TerraformHost } from '../../terraform/execution/terraform-host';
import type { Context } from '../context';
import type { Progress } from '../progress';

/**
 * Makes the contexts in which several environments are looked at side by side.
 *
 * All of them share one Terraform, so that installations into a plugin cache stay one after the other, and the places in
 * which it and the app run. Each provider process still belongs to one plan.
 *
 * @param progress of all environments; each gets one line
 */
export function fleetContexts(context: Context, progress: Progress, inSlot: InSlot): (environment: string) => Context {
  const { services } = context;
  let host: Promise<TerraformHost> | undefined;
  const found = async (...request: Parameters<typeof services.terraformHost>): Promise<TerraformHost> => {
    const made = await services.terraformHost(...request);
    made.notes.forEach((note) => context.log(note));
    return { ...lookingHost(made, inSlot), notes: [] };
  };
  return (environment) => ({
    ...context,
    log: (line) => context.log(`${environment}: ${line.replaceAll('\n', `\n${environment}: `)}`),
    progress: (title) => ({
      update: (stack, text) => progress.update(environment, `${title} ${stack}: ${text}`),
      done: (stack, text) => progress.update(environment, `${title} ${stack}: ${text}`),
      fail: (stack, text) => progress.update(environment, `${title} ${stack}: ${text}`),
      end: () => Promise.resolve(),
    }),
    services: {
      ...services,
      runApp: (...request) => inSlot(() => services.runApp(...request)),
      terraformHost: (...request) => (host ??= found(...request)),
    },
  });
}

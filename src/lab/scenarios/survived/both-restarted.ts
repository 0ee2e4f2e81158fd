import { UserError } from '../../../core/errors';
import { returnSeconds } from '../site/balancer-timing';
import { survivedFault } from './survived-fault';

const BOOT_SECONDS = 180;

export const bothRestarted = survivedFault('both-restarted', async (lab) => {
  // whether the balancer has noticed the end of an earlier restart does not matter
  const { instances } = await lab.status();
  const nodes = instances
    .filter(({ state, launchHook }) => state === 'on' && launchHook === 'CONTINUE')
    .map(({ name }) => name);
  if (nodes.length < 2) throw new UserError('two nodes must run');
  await Promise.all(nodes.map((instance) => lab.ask('powerOff', { instance })));
  await Promise.all(nodes.map((instance) => lab.ask('powerOn', { instance })));
  const figure = await lab.until('the site answers again', BOOT_SECONDS, async () => {
    return (await lab.visitor.visit('/', { timeoutSeconds: 5 })).status === 200;
  });
  await lab.until('both nodes in service', BOOT_SECONDS + returnSeconds(lab.model), async () => {
    const inService = await lab.inService();
    return nodes.every((node) => inService.includes(node));
  });
  for (const node of nodes) await lab.on(node, "grep -q ' /mnt/shared nfs4 ' /proc/mounts");
  const { status } = await lab.visitor.visit('/');
  if (status !== 200) throw new UserError(`the home page answers ${status}`);
  return {
    figure: Math.round(figure * 10) / 10,
    unit: 's',
    detail: 'from power-on of both until a visitor gets the home page',
  };
});

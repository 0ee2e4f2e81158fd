import { INTERNET_ADDRESS, LAB_ADDRESSES } from '../addresses';
import { METADATA_ADDRESS } from '../config/addresses';
import type { Root } from './root';

const { bridge: BRIDGE } = LAB_ADDRESSES;
/** Without one of its own it takes that of a port, and changes it when an instance goes off: all others lose it then. */
const BRIDGE_MAC = '02:00:00:00:01:00';

/** Addresses of everything that is not an instance; they all belong to the bridge. */
function ownAddresses(): string[] {
  const { gateway, aws, balancer, files, databases } = LAB_ADDRESSES;
  // all but one as networks of their own, so that whoever connects to one of them does so from it
  const own = [aws, balancer, files, ...databases, METADATA_ADDRESS, INTERNET_ADDRESS];
  return [`${gateway}/24`, ...own.map((address) => `${address}/32`)];
}

/** Lays the network of the lab inside this process's own network namespace. */
export async function layNetwork(root: Root, packetFilter: string | undefined): Promise<void> {
  const commands = [
    'link set lo up',
    `link add ${BRIDGE} address ${BRIDGE_MAC} type bridge`,
    `link set ${BRIDGE} up`,
    ...ownAddresses().map((address) => `addr add ${address} dev ${BRIDGE}`),
  ];
  await root.run('ip', ['-batch', '-'], { input: `${commands.join('\n')}\n` });
  if (packetFilter !== undefined) await loadRules(root, packetFilter);
}

/** Loads tables into the packet filter in one step; those that are there already are replaced. */
export async function loadRules(root: Root, tables: string): Promise<void> {
  await root.run('nft', ['-f', '-'], { input: tables });
}

/** Makes the network card of an instance, plugged into the bridge. */
export async function plugCard(root: Root, name: string): Promise<void> {
  const commands = [`tuntap add ${name} mode tap`, `link set ${name} up master ${BRIDGE}`];
  await root.run('ip', ['-batch', '-'], { input: `${commands.join('\n')}\n` });
}

/** Removes it, which fails when an instance still uses it. */
export async function unplugCard(root: Root, name: string): Promise<void> {
  await root.run('ip', ['link', 'del', name]);
}

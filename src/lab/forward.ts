import { createServer, type NetConnectOpts, connect, type Server } from 'node:net';

/** A server that hands every connection on to where `target` says. */
export function forwarder(target: NetConnectOpts): Server {
  return createServer({ allowHalfOpen: false }, (from) => {
    const to = connect(target);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
}

import { get } from 'node:http';
import { LAB_ADDRESSES } from '../../addresses';
import type { LabModel } from '../../model/lab-model';
import type { Fleet } from './fleet';

const INTERVAL_MS = 500;

/**
 * Asks every instance for its health twice a second, from the balancer's address, for the lab's own figures: the
 * balancer asks by itself, as often as the target group says.
 *
 * @returns what stops it
 */
export function watchHealth(fleet: Fleet, model: LabModel): () => void {
  const { port, healthPath, healthMatcher, timeoutSeconds } = model.balancer;
  const asking = new Set<string>();
  const timer = setInterval(() => {
    for (const instance of fleet.running.filter(({ name }) => !asking.has(name))) {
      asking.add(instance.name);
      void ask(instance.identity.node.address, port, healthPath, timeoutSeconds).then((status) => {
        asking.delete(instance.name);
        instance.observe(status, matches(status, healthMatcher));
      });
    }
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}

/** Whether a status is one of those that a target group takes for healthy, such as `200`, `200,302` or `200-299`. */
export function matches(status: number, matcher: string): boolean {
  return matcher.split(',').some((part) => {
    const [low, high = low] = part.split('-').map(Number);
    return status >= (low ?? 0) && status <= (high ?? 0);
  });
}

function ask(host: string, port: number, path: string, seconds: number): Promise<number> {
  return new Promise((resolve) => {
    const request = get(
      { host, port, path, localAddress: LAB_ADDRESSES.balancer, timeout: seconds * 1000, agent: false },
      (response) => {
        response.resume();
        response.on('error', () => resolve(0));
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(0));
  });
}

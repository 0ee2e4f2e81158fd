import { request } from 'node:http';
import { LAB_ADDRESSES } from '../../addresses';
import type { LabActions } from '../../control';
import type { Instance } from './instance';

const TIMEOUT_MS = 60_000;

type Asked = Omit<LabActions['request']['input'], 'instance'>;

/** Sends an instance one request, as the balancer would. */
export function requestFrom(
  instance: Instance,
  port: number,
  { method, path, headers, base64 }: Asked,
): Promise<LabActions['request']['output']> {
  const { address: host } = instance.identity.node;
  const { balancer: localAddress } = LAB_ADDRESSES;
  return new Promise((resolve) => {
    const nothing = (): void => resolve({ status: 0, headers: {}, base64: '' });
    const asked = request(
      { host, port, localAddress, method, path, headers, agent: false, timeout: TIMEOUT_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', nothing);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            base64: Buffer.concat(chunks).toString('base64'),
          }),
        );
      },
    );
    asked.on('timeout', () => asked.destroy());
    asked.on('error', nothing);
    asked.end(Buffer.from(base64, 'base64'));
  });
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runArchive } from '../../data/database-user/unpacked-handler';
import { MASTER, Mariadb } from './mariadb';
import { describeWithMariadb } from './with-mariadb';

jest.setTimeout(60_000);

describeWithMariadb('the archive that goes to Lambda', () => {
  let mariadb: Mariadb;
  let secretsManager: Server;

  beforeAll(async () => {
    mariadb = await Mariadb.start();
    secretsManager = createServer((_, response) => {
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(JSON.stringify({ ARN: 'arn:master', SecretString: JSON.stringify(MASTER) }));
    });
    await new Promise<void>((listening) => secretsManager.listen(0, '127.0.0.1', listening));
  });

  afterAll(async () => {
    await new Promise((closed) => secretsManager.close(closed));
    await mariadb.stop();
  });

  test('reads the master secret, then refuses a server that no authority of RDS has signed', async () => {
    const { port } = secretsManager.address() as AddressInfo;

    const said = await runArchive({
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
      DATABASE_HOST: 'localhost',
      DATABASE_PORT: String(mariadb.port),
      DATABASE_NAME: 'wordpress',
      DATABASE_USERNAME: 'wordpress',
      MASTER_SECRET_ARN: 'arn:master',
      USER_SECRET_ARN: 'arn:user',
      SALTS_SECRET_ARN: 'arn:salts',
    });

    expect(said).toBe(
      `could not connect to localhost:${mariadb.port} as 'siteadmin': ` +
        'HANDSHAKE_SSL_ERROR (self-signed certificate in certificate chain)',
    );
  });
});

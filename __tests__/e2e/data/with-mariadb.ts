import { mariadbIsInstalled } from './mariadb';

/** `describe` where MariaDB is installed; elsewhere the tests are skipped with a hint, and fail on CI. */
export function describeWithMariadb(name: string, body: () => void): void {
  const hint = "MariaDB is needed: install it, on Debian with 'apt-get install mariadb-server'";
  if (mariadbIsInstalled()) {
    describe(name, body);
  } else if (process.env['CI'] !== undefined) {
    test(name, () => {
      throw new Error(hint);
    });
  } else {
    console.warn(`skipped: ${name}. ${hint}`);
    describe.skip(name, body);
  }
}

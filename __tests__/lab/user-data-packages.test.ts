import { compressUserData, userData } from '../../src/bootstrap';
import { BOOT_MARGIN_SECONDS, BOOT_TIMEOUT_SECONDS } from '../../src/bootstrap/names';
import { userDataBootSeconds, userDataPackages, userDataText } from '../../src/lab/images/user-data-packages';

test('names the packages of the real user data, compressed and not', () => {
  const text = userData({ family: 'debian-13' });
  const packages = userDataPackages(compressUserData(text));

  expect(packages).toEqual(expect.arrayContaining(['nginx-light', 'nfs-common', 'php8.4-fpm', 'php8.4-mysql']));
  expect(userDataPackages(Buffer.from(text))).toEqual(packages);
});

test('unpacks to the very text', () => {
  const text = userData({ family: 'debian-13' });

  expect(userDataText(compressUserData(text))).toBe(text);
});

test('user data that installs nothing names nothing', () => {
  expect(userDataPackages(Buffer.from('#cloud-config\n'))).toEqual([]);
});

test('knows how long the program of the real user data gives a boot', () => {
  const bytes = compressUserData(userData({ family: 'debian-13' }));

  expect(userDataBootSeconds(bytes)).toBe(BOOT_TIMEOUT_SECONDS - BOOT_MARGIN_SECONDS);
  expect(userDataBootSeconds(Buffer.from('#cloud-config\n'))).toBeUndefined();
});

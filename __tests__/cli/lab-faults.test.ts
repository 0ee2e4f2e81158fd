import { NODE_FAULTS } from '../../src/lab/faults';
import { ABANDONED, fakeLab, runningLab } from './lab-world';
import { wordpressHa } from './support';

const NO_LAB = { ...fakeLab(), status: () => Promise.resolve(undefined), fail: () => Promise.resolve(undefined) };

test('lab up exits with 0 when every instance is in service, with 2 when one gave up', async () => {
  const good = await wordpressHa('lab up', { services: { lab: fakeLab() } });
  const bad = await wordpressHa('lab up', { services: { lab: fakeLab(runningLab([ABANDONED])) } });

  expect([good.exitCode, bad.exitCode]).toEqual([0, 2]);
  expect(bad.stderr).toContain('n2 gave up: its launch hook was completed with ABANDON');
});

test('lab up that is interrupted while instances boot ends the lab', async () => {
  let ends = 0;
  const stop = (): Promise<boolean> => Promise.resolve((ends += 1) > 0);
  const lab = { ...fakeLab(runningLab([{ ...ABANDONED, launchHook: undefined }])), stop };

  const { exitCode, stderr } = await wordpressHa('lab up', { aborted: true, services: { lab } });

  expect({ exitCode, ends }).toEqual({ exitCode: 1, ends: 1 });
  expect(stderr).toContain('interrupted; nothing of the lab runs');
});

test('lab fail --list tells every fault, with a lab and without', async () => {
  for (const lab of [fakeLab(), NO_LAB]) {
    const { stdout, exitCode } = await wordpressHa('lab fail --list', { services: { lab } });

    expect(exitCode).toBe(0);
    for (const name of NODE_FAULTS) expect(stdout).toContain(name);
  }
});

test('lab fail brings a fault about, launches an instance when asked to, and tells how to end it', async () => {
  const lab = fakeLab();

  const { stdout, exitCode } = await wordpressHa('lab fail full-disk --launch', { services: { lab } });

  expect(lab.asked).toEqual(['fail full-disk']);
  expect(stdout).toMatch(/^full-disk +in force/m);
  expect(stdout).toContain('n3 was launched to meet it');
  expect(stdout).toContain("end it with 'lab heal'");
  expect(exitCode).toBe(0);
});

test('lab heal takes back one fault or all of them', async () => {
  const lab = fakeLab();

  await wordpressHa('lab heal full-disk', { services: { lab } });
  const { stdout } = await wordpressHa('lab heal', { services: { lab } });

  expect(lab.asked).toEqual(['heal full-disk', 'heal all']);
  expect(stdout).not.toContain('in force');
});

test('without a name lab fail says where the names are', async () => {
  expect(await wordpressHa('lab fail', { services: { lab: fakeLab() } })).toMatchObject({
    exitCode: 1,
    stderr: "'lab fail' needs the name of a fault; choose one of those that 'lab fail --list' tells\n",
  });
});

test('without a lab lab fail says how to start one', async () => {
  expect(await wordpressHa('lab fail full-disk', { services: { lab: NO_LAB } })).toMatchObject({
    exitCode: 1,
    stderr: "no lab is running; start one with 'wordpress-ha lab up'\n",
  });
});

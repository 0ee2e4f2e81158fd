import { UserError } from '../../../core/errors';
import type { LabUnderTest } from '../lab-under-test';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

const LOG = '/var/log/site/cron.log';
const SLOT_SECONDS = 300;
/** How long before the end of a slot no run is begun here: it would be two slots on two nodes. */
const MARGIN_SECONDS = 15;

/** Makes a post that is due, and tells its id. */
const DUE_POST = `runuser -u www-data -- php <<'PHP'
<?php
$_SERVER += ['HTTP_HOST' => 'localhost', 'REQUEST_URI' => '/'];
require '/srv/site/current/wp-load.php';
$id = wp_insert_post(['post_title' => 'Due', 'post_content' => 'Due', 'post_status' => 'draft']);
$due = gmdate('Y-m-d H:i:s', time() - 60);
$wpdb->update($wpdb->posts, ['post_status' => 'future', 'post_date' => $due, 'post_date_gmt' => $due], ['ID' => $id]);
wp_schedule_single_event(time() - 30, 'publish_future_post', [$id]);
echo $id;
PHP`;

export const cronOnce: Trial = {
  name: 'cron-once',
  summary: "WordPress' scheduled work runs on one of the nodes, although the timers of all of them fire",
  undisturbed: true,
  run: async (lab) => {
    const nodes = await twoInService(lab);
    for (const node of nodes) await lab.on(node, 'systemctl is-active site-cron.timer');
    await openSlot(lab);
    const id = await lab.on(nodes[0], DUE_POST);
    const before = await runs(lab, nodes);
    // what the timers do, at the same moment
    await Promise.all(nodes.map((node) => lab.on(node, 'systemctl start site-cron.service')));
    const figure = (await runs(lab, nodes)) - before;
    const status = await lab.query(`SELECT post_status FROM wp_posts WHERE ID = ${Number(id)}`);
    await lab.query(`DELETE FROM wp_posts WHERE ID = ${Number(id)}`);
    if (figure !== 1) throw new UserError(`the scheduled work of one slot ran ${figure} times`);
    if (status !== 'publish') throw new UserError(`the post that was due is '${status}' after the scheduled work`);
    return {
      figure,
      unit: 'runs',
      detail: `one run on ${nodes.join(' and ')} together; the post that was due is published`,
    };
  },
};

/** Lets the present five minutes count as not worked yet, with enough of them left. */
async function openSlot(lab: LabUnderTest): Promise<void> {
  const left = async (): Promise<number> =>
    SLOT_SECONDS - (Number(await lab.query('SELECT UNIX_TIMESTAMP()')) % SLOT_SECONDS);
  await lab.until('a slot with time left', MARGIN_SECONDS * 4, async () => {
    const seconds = await left();
    // the timers fire in the first seconds of a slot
    return seconds > MARGIN_SECONDS && seconds < SLOT_SECONDS - MARGIN_SECONDS * 2;
  });
  await lab.query("DELETE FROM wp_options WHERE option_name = 'site_cron_slot'");
}

async function runs(lab: LabUnderTest, nodes: readonly string[]): Promise<number> {
  const counts = await Promise.all(nodes.map((node) => lab.on(node, `grep -c 'running slot' ${LOG} || true`)));
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

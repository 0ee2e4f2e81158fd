import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../../core/errors';
import type { LabUnderTest } from '../lab-under-test';
import { inWords } from '../site/traffic';
import { watched } from '../site/watched';
import type { Trial } from '../trial';
import { twoInService } from './two-in-service';

const BEFORE_MS = 4_000;
const WRITE_SECONDS = 14;

/** Writes rows one after another for some time and prints each number that the database acknowledged, the longest gap last. */
const WRITER = `<?php
require '/opt/site/database.php';
[, $node, $seconds] = $argv;
$end = microtime(true) + (float) $seconds;
[$n, $gap, $last, $database] = [0, 0.0, microtime(true), null];
while (microtime(true) < $end) {
    try {
        $database ??= site_database(2);
        $database->query("INSERT INTO lab_writes VALUES ('$node', " . ++$n . ')');
        $now = microtime(true);
        [$gap, $last] = [max($gap, $now - $last), $now];
        echo $n, PHP_EOL;
    } catch (Throwable) {
        $database = null;
        usleep(50000);
    }
}
echo 'gap ', round($gap, 2), PHP_EOL;
`;

export const databaseFailOver: Trial = {
  name: 'database-fail-over',
  summary:
    'a fail-over of the database under writes loses none that was acknowledged, and takes no node out of service',
  run: async (lab) => {
    const nodes = await twoInService(lab);
    await lab.query('CREATE TABLE lab_writes (node VARCHAR(9), n INT, PRIMARY KEY (node, n))');
    try {
      const { value: outputs, answers } = await watched(lab, async () => {
        const writing = Promise.all(nodes.map((node) => write(lab, node)));
        await sleep(BEFORE_MS);
        await lab.ask('failOver', {});
        return writing;
      });
      const { acknowledged, gap } = told(nodes, outputs);
      const kept = new Set((await lab.query('SELECT node, n FROM lab_writes')).split('\n'));
      const lost = acknowledged.filter((row) => !kept.has(row));
      if (lost.length > 0) throw new UserError(`${lost.length} of ${acknowledged.length} acknowledged writes are lost`);
      const inService = await lab.inService();
      if (!nodes.every((node) => inService.includes(node))) throw new UserError('a node went out of service');
      if (answers.at(-1)?.status !== 200) throw new UserError('the site does not come back');
      const detail = `longest gap between writes; all ${acknowledged.length} acknowledged writes kept; ${inWords(answers)}`;
      return { figure: gap, unit: 's', detail };
    } finally {
      await lab.query('DROP TABLE lab_writes');
      await lab.ask('restoreStandby', {});
    }
  },
};

function write(lab: LabUnderTest, node: string): Promise<string> {
  const file = '/tmp/lab-writer.php';
  const store = `cat > ${file} <<'PHP'\n${WRITER}PHP`;
  const run = `runuser -u www-data -- php ${file} ${node} ${WRITE_SECONDS}`;
  return lab.on(node, `${store}\n${run}; rm ${file}`, WRITE_SECONDS + 30);
}

/** Every acknowledged row as the database prints it, and the longest time in which none was acknowledged. */
function told(nodes: readonly string[], outputs: readonly string[]): { acknowledged: string[]; gap: number } {
  const lines = outputs.flatMap((output, index) => output.split('\n').map((line) => ({ node: nodes[index], line })));
  const numbers = lines.filter(({ line }) => /^\d+$/.test(line));
  const gaps = lines.flatMap(({ line }) => /^gap ([\d.]+)$/.exec(line)?.[1] ?? []).map(Number);
  if (gaps.length !== nodes.length || numbers.length === 0)
    throw new UserError(`a writer ended early: ${outputs.join(' ').slice(-300)}`);
  return { acknowledged: numbers.map(({ node, line }) => `${node}\t${line}`), gap: Math.max(...gaps) };
}

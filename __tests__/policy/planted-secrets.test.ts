import { gunzipSync } from 'node:zlib';
import { evaluate } from '../../src/policy/evaluation/evaluate';
import type { ResourceGraph } from '../../src/policy/model/resource-graph';
import { junitXml } from '../../src/policy/output/junit';
import { markdown } from '../../src/policy/output/markdown';
import { reportDocument } from '../../src/policy/output/document';
import { sarifLog } from '../../src/policy/output/sarif';
import { PACKS, selectRules } from '../../src/policy/pack';
import { PROOFS } from '../../src/policy/proofs';
import { proofDocument } from '../../src/policy/proofs/document';
import { prove } from '../../src/policy/proofs/prove';
import { RULES } from '../../src/policy/rules';
import { plainStyle } from '../../src/cli/render/style';
import { renderPolicy } from '../../src/cli/render/policy';
import { renderProofs } from '../../src/cli/render/proofs';
import { STACKS, synthesizeEnvironment } from '../stacks/support';
import { findEnvironment, knownEnvironments } from '../../stacks/environments';
import { planned, synthesized } from './support/configuration';
import { TODAY } from './support/rules';

/** A text that is nowhere else, for one place. */
const planted = (place: string): string => `planted-${place}-7f3a`;

/** Every place of a configuration that takes a secret; the value of each names its place. */
const SECRETS = {
  provider: { aws: [{ secret_key: planted('provider'), token: planted('token') }] },
  resource: {
    aws_db_instance: { main: { password: planted('database'), username: 'admin' } },
    aws_rds_cluster: { main: { master_password: planted('cluster') } },
    aws_secretsmanager_secret_version: { main: { secret_string: planted('version') } },
    aws_ssm_parameter: { main: { type: 'SecureString', name: 'password', value: planted('parameter') } },
    aws_elasticache_replication_group: { main: { auth_token: planted('cache') } },
    aws_lambda_function: { main: { environment: { variables: { DB_PASSWORD: planted('function') } } } },
    aws_launch_template: {
      main: { user_data: Buffer.from(`DB_PASSWORD=${planted('user-data')}\n`).toString('base64') },
    },
    aws_instance: { main: { user_data: `password: ${planted('instance')}\n` } },
    aws_iam_access_key: { main: { user: 'x' } },
    aws_lb_listener: {
      main: {
        default_action: [{ type: 'authenticate-oidc', authenticate_oidc: { client_secret: planted('listener') } }],
      },
    },
    aws_cloudfront_distribution: {
      main: { origin: [{ custom_header: [{ name: 'x-origin', value: planted('origin') }] }] },
    },
  },
  output: { password: { value: planted('output') } },
};

function everythingSaid(graph: ResourceGraph): string {
  const packs = PACKS.map(({ name }) => name);
  const report = evaluate(graph, selectRules(RULES, packs), { today: TODAY });
  const other = synthesized({ resource: { aws_db_instance: { main: { password: planted('other') } } } });
  const proofs = prove(graph, PROOFS, { compared: { name: 'here', with: 'there', graph: other } });
  return [
    renderPolicy('here', report, plainStyle),
    JSON.stringify(reportDocument(report)),
    JSON.stringify(sarifLog(report, { version: '1.0.0', category: 'here', locate: () => undefined })),
    junitXml(report, 'here'),
    markdown(report, 'here'),
    renderProofs('here', proofs, plainStyle),
    JSON.stringify(proofDocument(proofs)),
  ].join('\n');
}

test.each([
  ['the configuration', synthesized],
  ['a plan', planned],
])('no report of %s shows a secret that is planted in it', (_name, modelOf) => {
  const said = everythingSaid(modelOf(SECRETS));

  expect(said).toContain('WPHA-RDS-025');
  expect(said.match(/planted-[\w-]+/g) ?? []).toEqual([]);
});

test.each(knownEnvironments())('nothing of the credentials of whoever synthesizes gets into %s', (name) => {
  const variables = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'TF_TOKEN_app_terraform_io',
    'TF_VAR_password',
  ];
  const before = { ...process.env };
  for (const variable of variables) process.env[variable] = planted(variable);
  try {
    const stacks = synthesizeEnvironment(findEnvironment(name));
    const texts = STACKS.map((stack) => JSON.stringify(stacks[stack].json));
    const decoded = texts.flatMap((text) => text.match(/[A-Za-z0-9+/]{200,}={0,2}/g) ?? []);

    const unpacked = decoded.map((text) => unpackedText(Buffer.from(text, 'base64')));

    expect(unpacked.join('\n')).toContain('#!/');
    expect([...texts, ...unpacked].join('\n')).not.toContain('planted-');
  } finally {
    for (const variable of variables) delete process.env[variable];
    Object.assign(process.env, before);
  }
});

/** User data is packed. */
function unpackedText(bytes: Buffer): string {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

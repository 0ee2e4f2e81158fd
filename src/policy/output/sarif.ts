import { createHash } from 'node:crypto';
import type { Finding, Report } from '../evaluation/finding';
import type { RuleDescription, RuleMaps, Severity } from '../rule/rule';
import type { AimedSuppression } from '../suppression/suppression';
import type { Locate } from './location';

/** What GitHub shows as low, medium, high and critical. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  low: '3.0',
  medium: '5.5',
  high: '8.0',
  critical: '9.5',
};

const LEVEL: Readonly<Record<Severity, 'note' | 'warning' | 'error'>> = {
  low: 'note',
  medium: 'warning',
  high: 'error',
  critical: 'error',
};

const MAP_TAGS: Readonly<Record<keyof RuleMaps, string>> = {
  checkov: 'checkov',
  fsbp: 'aws-fsbp',
  cis: 'cis-aws',
  trivy: 'trivy',
  cdkNag: 'cdk-nag',
};

/** What a log says of itself. */
export interface SarifOptions {
  /** Version of this package. */
  readonly version: string;
  /** Tells runs apart, such as the environment. */
  readonly category: string;
  readonly locate: Locate;
}

/** The report as a log in SARIF 2.1.0, for code scanning. */
export function sarifLog(report: Report, { version, category, locate }: SarifOptions): object {
  const { rules, findings } = report;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'wordpress-ha policy', version, rules: rules.map(descriptor) } },
        automationDetails: { id: `wordpress-ha-policy/${category}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: findings.every(({ kind }) => kind !== 'error'),
            toolExecutionNotifications: findings.filter(({ kind }) => kind === 'error').map(notification),
          },
        ],
        results: findings.map((finding) => result(finding, rules, locate)),
      },
    ],
  };
}

function descriptor({ id, title, severity, maps, why, fix }: RuleDescription): object {
  const kinds = Object.keys(MAP_TAGS) as (keyof RuleMaps)[];
  const tags = kinds.flatMap((kind) => (maps[kind] ?? []).map((each) => `${MAP_TAGS[kind]}/${each}`));
  return {
    id,
    name: id.replaceAll('-', ''),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: fix, markdown: `${why}\n\n${fix}` },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { 'security-severity': SECURITY_SEVERITY[severity], precision: 'high', tags: ['security', ...tags] },
  };
}

function result(finding: Finding, rules: readonly RuleDescription[], locate: Locate): object {
  const { key, rule, kind, severity, message, stack, address, construct, suppression } = finding;
  const place = locate(finding);
  const logical = [{ name: address, fullyQualifiedName: `${stack}/${address}`, kind: 'resource' }];
  const constructs = construct === undefined ? [] : [{ fullyQualifiedName: construct, kind: 'type' }];
  return {
    ruleId: rule.id,
    ruleIndex: rules.findIndex(({ id }) => id === rule.id),
    kind: kind === 'unknown' ? 'open' : 'fail',
    level: kind === 'unknown' ? 'none' : LEVEL[severity],
    message: { text: `${address}: ${message}. ${rule.fix}` },
    locations: [{ ...(place === undefined ? {} : physical(place)), logicalLocations: [...logical, ...constructs] }],
    partialFingerprints: { 'wordpressHaFindingKey/v1': createHash('sha256').update(key).digest('hex') },
    suppressions: suppression === undefined ? [] : [suppressed(suppression)],
  };
}

function physical({ file, line, column }: { file: string; line: number; column?: number }): object {
  const region = { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  return { physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region } };
}

function suppressed({ reason, owner, expires, origin, writtenIn }: AimedSuppression): object {
  const kind = writtenIn === 'file' ? 'external' : 'inSource';
  return { kind, status: 'accepted', justification: reason, properties: { owner, expires, origin } };
}

function notification({ rule, address, message }: Finding): object {
  return { level: 'error', associatedRule: { id: rule.id }, message: { text: `${address}: ${message}` } };
}

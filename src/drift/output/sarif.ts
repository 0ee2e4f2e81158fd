import { FINDING_CLASSES, type Finding, type FindingClass } from '../finding';
import type { DriftSeverity } from '../severity';
import type { DriftDocument, DriftFailure } from './document';
import type { FleetDocument } from './fleet-document';
import { CLASS_HEADINGS, findingText } from './headings';
import { healthNotes, type HealthNote } from './health-text';

/** What GitHub shows as low, medium, high and critical. */
const SECURITY_SEVERITY: Readonly<Record<DriftSeverity, string>> = {
  info: '0.0',
  low: '3.0',
  medium: '5.5',
  high: '8.0',
  critical: '9.5',
};

const LEVEL: Readonly<Record<DriftSeverity, 'note' | 'warning' | 'error'>> = {
  info: 'note',
  low: 'note',
  medium: 'warning',
  high: 'error',
  critical: 'error',
};

/** A line of a file, relative to the project and with slashes. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** What a log says of itself, and where findings are to be repaired. */
export interface DriftSarifOptions {
  /** Version of this package. */
  readonly version: string;
  readonly locate: (finding: { readonly stack: string; readonly address: string }) => SourceLine | undefined;
}

/** The same for several environments. */
export interface FleetSarifOptions extends Pick<DriftSarifOptions, 'version'> {
  readonly locate: (environment: string) => DriftSarifOptions['locate'];
}

/** The report as a log in SARIF 2.1.0, for code scanning; a rule for each class. */
export function driftSarif(document: DriftDocument, options: DriftSarifOptions): object {
  return sarifLog([runOf(document, options)]);
}

/** The same of several environments, a run for each. */
export function fleetSarif(
  { environments, failed }: Pick<FleetDocument, 'environments' | 'failed'>,
  { version, locate }: FleetSarifOptions,
): object {
  const notChecked = failed.map(({ environment, error }) => ({
    ...toolOf(version, environment),
    invocations: [invocation([{ stack: environment, error }])],
    results: [],
  }));
  const runs = environments.map((document) => runOf(document, { version, locate: locate(document.environment) }));
  return sarifLog([...runs, ...notChecked]);
}

function sarifLog(runs: readonly object[]): object {
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs };
}

function runOf(document: DriftDocument, { version, locate }: DriftSarifOptions): object {
  const findings = document.stacks.flatMap((stack) =>
    [...stack.findings, ...stack.ignored].map((finding) => ({ stack: stack.stack, finding })),
  );
  return {
    ...toolOf(version, document.environment),
    invocations: [invocation(document.failed, healthNotes(document))],
    results: findings.map(({ stack, finding }) => result(stack, finding, locate({ stack, address: finding.address }))),
  };
}

function toolOf(version: string, environment: string): object {
  return {
    tool: { driver: { name: 'wordpress-ha drift', version, rules: FINDING_CLASSES.map(descriptor) } },
    automationDetails: { id: `wordpress-ha-drift/${environment}/` },
    columnKind: 'utf16CodeUnits',
  };
}

function invocation(failed: readonly DriftFailure[], health: readonly HealthNote[] = []): object {
  const notification = (level: 'error' | 'note', text: string): object => ({ level, message: { text } });
  return {
    executionSuccessful: failed.length === 0,
    toolExecutionNotifications: [
      ...failed.map(({ stack, error }) => notification('error', `${stack}: ${error}`)),
      ...health.map(({ stack, address, text }) => notification('note', `${stack}: ${address} ${text}`)),
    ],
  };
}

function descriptor(kind: FindingClass): object {
  return { id: ruleId(kind), shortDescription: { text: CLASS_HEADINGS[kind] }, properties: { tags: ['drift'] } };
}

function result(stack: string, finding: Finding, place: SourceLine | undefined): object {
  const { class: kind, address, severity, consequences, nextSteps, fingerprint, ignoredBy } = finding;
  const following = consequences.map(({ rule, message }) => ` ${rule}: ${message}.`).join('');
  const step = nextSteps[0] === undefined ? '' : ` Next: ${nextSteps[0].summary}.`;
  const region = { startLine: place?.line, ...(place?.column === undefined ? {} : { startColumn: place.column }) };
  const physical =
    place === undefined ? {} : { physicalLocation: { artifactLocation: { uri: encodeURI(place.file) }, region } };
  const logicalLocations = [{ name: address, fullyQualifiedName: `${stack}/${address}`, kind: 'resource' }];
  return {
    ruleId: ruleId(kind),
    ruleIndex: FINDING_CLASSES.indexOf(kind),
    level: LEVEL[severity],
    message: { text: `${address}: ${findingText(finding)}.${following}${step}` },
    locations: [{ ...physical, logicalLocations }],
    partialFingerprints: { 'wordpressHaDrift/v1': fingerprint },
    properties: { severity, 'security-severity': SECURITY_SEVERITY[severity] },
    suppressions:
      ignoredBy === undefined
        ? []
        : [
            {
              kind: 'external',
              status: 'accepted',
              justification: `${ignoredBy.reason} (${ignoredBy.owner}, until ${ignoredBy.expires})`,
            },
          ],
  };
}

function ruleId(kind: FindingClass): string {
  return `drift-${kind}`;
}

import type { DriftSeverity, FindingClass, NextStepKind } from '../../../../src/drift';

/**
 * Something done behind Terraform's back, and what the next check has to say of it.
 *
 * `{aws_lb.LoadBalancer.arn}` in a parameter stands for an attribute of the resource of that type whose name begins so.
 */
export interface OutsideChange {
  readonly what: string;
  /** Call of the AWS SDK for Python, `ec2.create_tags`. */
  readonly call: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly finding: ExpectedFinding;
}

/** What is to be found. */
export interface ExpectedFinding {
  readonly class: FindingClass;
  /** Type and the beginning of the name of the resource that the finding is about. */
  readonly resource: string;
  /** First path that differs, or the Terraform type of what was added; empty for what was deleted. */
  readonly at: string;
  readonly severity: DriftSeverity;
  /** Recommended way out; undefined where there is nothing to do. */
  readonly step: NextStepKind | undefined;
  /** Policy rules whose violation is new. */
  readonly rules: readonly string[];
}

/** Something changed that the next apply puts back. */
export function revertable(resource: string, at: string, severity: DriftSeverity, ...rules: string[]): ExpectedFinding {
  return { class: 'revertable', resource, at, severity, step: 'revert', rules };
}

/** Something is gone that the next apply makes again. */
export function deleted(resource: string, severity: DriftSeverity, ...rules: string[]): ExpectedFinding {
  return { class: 'deleted', resource, at: '', severity, step: 'revert', rules };
}

/** Something was added to a resource, where no apply looks. */
export function invisible(
  resource: string,
  type: string,
  severity: DriftSeverity,
  ...rules: string[]
): ExpectedFinding {
  return { class: 'invisible', resource, at: type, severity, step: 'delete', rules };
}

/** Something was put into the network. */
export function unmanaged(type: string): ExpectedFinding {
  return { class: 'unmanaged', resource: 'aws_vpc.Network', at: type, severity: 'medium', step: 'delete', rules: [] };
}

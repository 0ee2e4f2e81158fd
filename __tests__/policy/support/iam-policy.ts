import type { Fixture, Resources } from './describe-rule';

/** An IAM policy as text. */
export const document = (...statements: readonly object[]): string => JSON.stringify({ Statement: statements });

/** A role's policy with these statements, which allow unless they say otherwise. */
export const allowing = (...statements: readonly object[]): Resources => ({
  aws_iam_role_policy: {
    web: { role: 'web', policy: document(...statements.map((each) => ({ Effect: 'Allow', ...each }))) },
  },
});

/** A role that is assumed by these statements. */
export const trusting = (...statements: readonly object[]): Resources => ({
  aws_iam_role: {
    web: {
      assume_role_policy: document(
        ...statements.map((each) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...each })),
      ),
    },
  },
});

/** The policy as `aws_iam_policy_document` writes it. */
export const allowingByDocument = (statement: object): Fixture => ({
  beside: { data: { aws_iam_policy_document: { web: { statement: [statement] } } } },
  resources: { aws_iam_policy: { web: { policy: '${data.aws_iam_policy_document.web.json}' } } },
  // the plan of these tests has no data sources
  atPlan: 'unknown',
});

/** Policies of which nobody can tell what they allow. */
export const UNREADABLE: Resources = { aws_iam_role_policy: { web: { role: 'web', policy: '${var.policy}' } } };

/** A policy that only denies. */
export const DENYING = allowing({ Effect: 'Deny', Action: '*', Resource: '*' });

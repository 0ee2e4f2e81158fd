import { defineRule } from '../../rule/rule';
import { judgeAwsPolicies, POLICY_ATTACHMENTS } from './managed-policies';

/** AWS writes these for the role of one service, and changes them with the service. */
const FOR_ONE_SERVICE = /^(service-role|aws-service-role)\//;

export const OWN_POLICIES = defineRule({
  id: 'WPHA-IAM-017',
  title: 'policies are written for their role, not taken from AWS',
  severity: 'low',
  pack: 'baseline',
  appliesTo: POLICY_ATTACHMENTS,
  rows: ['IAM-017'],
  maps: { cdkNag: ['AwsSolutions-IAM4'] },
  why: 'A policy of AWS is written for everybody: it allows more than a role needs and grows without anybody’s review.',
  fix: 'Write an aws_iam_policy with the actions that are needed; policies under service-role/ are accepted.',
  check: (attachment, graph) =>
    judgeAwsPolicies(attachment, graph, (path) =>
      path === '' || FOR_ONE_SERVICE.test(path) ? undefined : `'${path}' of AWS is attached`,
    ),
});

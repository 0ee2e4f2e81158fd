import { CREATE_BEFORE_DESTROY } from '../../../../src/policy/rules/dns/create-before-destroy';
import { describeRule, OTHER_RESOURCES, type Fixture } from '../../support/describe-rule';

const certificate = (lifecycle: object): Fixture => ({
  resources: { aws_acm_certificate: { site: { domain_name: 'example.com', ...lifecycle } } },
  // a plan does not hold it
  atPlan: 'unknown',
});

describeRule(CREATE_BEFORE_DESTROY, {
  pass: { 'it is set': certificate({ lifecycle: { create_before_destroy: true } }) },
  fail: {
    'nothing is said': certificate({}),
    'something else is said': certificate({ lifecycle: { prevent_destroy: true } }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': certificate({ lifecycle: { create_before_destroy: '${var.first}' } }) },
  guards: { 'aws_acm_certificate.site.lifecycle.create_before_destroy': [false, undefined] },
});

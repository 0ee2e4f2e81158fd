import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { isDomainName, LONGEST_COMMON_NAME, LONGEST_DOMAIN_NAME } from '../core/domain-name';
import { ValidationError } from '../core/errors';

/** The names of a certificate and the zone that proves them. */
export interface CertificateProps {
  /** Name the certificate is for, such as `www.example.com`. Changing it replaces the certificate. */
  readonly domainName: string;
  /**
   * Further names, such as `example.com` or `*.example.com`. Changing them replaces the certificate.
   *
   * @default - none
   */
  readonly alternativeNames?: readonly string[];
  /** Route 53 public zone of all the names. It must be delegated: the apply waits until ACM can read it. */
  readonly hostedZoneId: string;
}

/** ACM's default quota of names in one certificate. */
const MAX_NAMES = 10;

/**
 * A public TLS certificate that renews itself: ACM proves the names by DNS records that stay. Costs nothing.
 *
 * @throws ValidationError when a name is malformed, too long, given twice, or there are more than ten
 */
export class Certificate extends Construct {
  /** Known once the certificate is issued, so that nobody uses it earlier. */
  readonly certificateArn: string;
  readonly resource: AcmCertificate;

  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    const { domainName, alternativeNames = [], hostedZoneId } = props;
    const names = [domainName, ...alternativeNames];
    validate(this, names);

    this.resource = new AcmCertificate(this, 'Resource', {
      domainName,
      subjectAlternativeNames: alternativeNames.length > 0 ? [...alternativeNames] : undefined,
      validationMethod: 'DNS',
      tags: { Name: domainName },
      lifecycle: { createBeforeDestroy: true },
    });
    // `*.example.com` is proved by the record of `example.com`
    const proven = [...new Set(names.map((name) => name.replace(/^\*\./, '')))];
    const records = proven.map((name) => this.validationRecord(name, names, hostedZoneId));
    const validation = new AcmCertificateValidation(this, 'Validation', {
      certificateArn: this.resource.arn,
      validationRecordFqdns: records.map((record) => record.fqdn),
    });

    this.certificateArn = validation.certificateArn;
  }

  /** One resource a name, with the name as its key: the names are known before ACM has said anything about them. */
  private validationRecord(name: string, names: readonly string[], zoneId: string): Route53Record {
    const listed = names.includes(name) ? name : `*.${name}`;
    const of = (attribute: string) =>
      Lazy.stringValue({
        produce: () => {
          const options = `${this.resource.terraformResourceType}.${this.resource.friendlyUniqueId}.domain_validation_options`;
          return `\${one([for o in ${options} : o.${attribute} if o.domain_name == "${listed}"])}`;
        },
      });
    return new Route53Record(this, `Record-${name}`, {
      zoneId,
      name: of('resource_record_name'),
      type: of('resource_record_type'),
      records: [of('resource_record_value')],
      ttl: 300,
      // a successor of this certificate proves the same name with the same record
      allowOverwrite: true,
    });
  }
}

function validate(scope: Certificate, names: readonly string[]): void {
  const malformed = names.find((name) => !isDomainName(name.replace(/^\*\./, '')) || name.length > LONGEST_DOMAIN_NAME);
  if (malformed !== undefined) {
    throw new ValidationError(
      scope,
      `'domainName' and 'alternativeNames' must be lower-case host names, got '${malformed}'; write them like 'www.example.com'`,
    );
  }
  const [domainName = ''] = names;
  if (domainName.length > LONGEST_COMMON_NAME) {
    throw new ValidationError(
      scope,
      `'domainName' must have at most ${LONGEST_COMMON_NAME} characters, got '${domainName}'; put a shorter name first and this one into 'alternativeNames'`,
    );
  }
  if (names.length > MAX_NAMES) {
    throw new ValidationError(
      scope,
      `'alternativeNames' must leave at most ${MAX_NAMES} names in all, got ${names.length}; use a wildcard or a second certificate`,
    );
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ValidationError(scope, `'alternativeNames' must name every host once, got '${twice}' twice; remove one`);
  }
}

import { Certificate, type CertificateProps } from '../../src/compute';
import { synthesize, type Synthesized } from '../../src/testing';

const PROPS: CertificateProps = { domainName: 'www.example.com', hostedZoneId: 'Z1' };

function certificate(props: Partial<CertificateProps> = {}): Synthesized {
  return synthesize((stack) => new Certificate(stack, 'Certificate', { ...PROPS, ...props }));
}

/** The names whose proof the records are, by the condition in their expressions. */
function proven(json: Synthesized): readonly (string | undefined)[] {
  return json.list('aws_route53_record').map((record) => /domain_name == "([^"]+)"/.exec(String(record['name']))?.[1]);
}

describe('Certificate', () => {
  test('is proved by DNS and replaced without a gap', () => {
    expect(certificate().only('aws_acm_certificate')).toMatchObject({
      domain_name: 'www.example.com',
      validation_method: 'DNS',
      lifecycle: { create_before_destroy: true },
    });
  });

  test('has one name only', () => {
    expect(certificate().only('aws_acm_certificate')).not.toHaveProperty('subject_alternative_names');
  });

  test('has the further names it is given, each with a record of its own', () => {
    const json = certificate({ alternativeNames: ['example.com', 'shop.example.com'] });

    expect(json.only('aws_acm_certificate')).toMatchObject({
      subject_alternative_names: ['example.com', 'shop.example.com'],
    });
    expect([...proven(json)].sort()).toEqual(['example.com', 'shop.example.com', 'www.example.com']);
  });

  test('proves a wildcard with the record of the name below it', () => {
    const json = certificate({ domainName: 'example.com', alternativeNames: ['*.example.com'] });

    expect(proven(json)).toEqual(['example.com']);
  });

  test('proves a wildcard alone', () => {
    expect(proven(certificate({ domainName: '*.example.com' }))).toEqual(['*.example.com']);
  });

  test('picks record, type and value of the name from what ACM asks for', () => {
    const json = certificate();
    const [id] = Object.keys(json.resources('aws_acm_certificate'));

    const of = (attribute: string) =>
      `\${one([for o in aws_acm_certificate.${id}.domain_validation_options : o.${attribute} if o.domain_name == "www.example.com"])}`;
    expect(json.only('aws_route53_record')).toMatchObject({
      zone_id: 'Z1',
      name: of('resource_record_name'),
      type: of('resource_record_type'),
      records: [of('resource_record_value')],
      allow_overwrite: true,
    });
  });

  test('keeps the records of the other names when a name is added in front', () => {
    const before = Object.keys(certificate().resources('aws_route53_record'));
    const after = Object.keys(
      certificate({ domainName: 'a.example.com', alternativeNames: ['www.example.com'] }).resources(
        'aws_route53_record',
      ),
    );

    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('gives out its ARN only once it is issued', () => {
    const json = synthesize((stack) => {
      stack.addOverride('output.arn.value', new Certificate(stack, 'Certificate', PROPS).certificateArn);
    });

    expect(json.outputs()['arn']?.['value']).toMatch(/^\$\{aws_acm_certificate_validation\..*\.certificate_arn\}$/);
  });

  test.each([
    '',
    'localhost',
    'WWW.example.com',
    'www.*.example.com',
    '-a.example.com',
    'example.com.',
    'https://a.de',
  ])("fails when a name is '%s'", (domainName) => {
    expect(() => certificate({ domainName })).toThrow(
      `'domainName' and 'alternativeNames' must be lower-case host names, got '${domainName}'; write them like 'www.example.com'`,
    );
  });

  test('takes an internationalized top-level domain', () => {
    const json = certificate({ domainName: 'www.example.xn--p1ai' });

    expect(json.only('aws_acm_certificate')['domain_name']).toBe('www.example.xn--p1ai');
  });

  test('fails when the first name is too long for the common name of a certificate', () => {
    const domainName = `${'a'.repeat(53)}.example.com`;

    expect(() => certificate({ domainName })).toThrow(
      `'domainName' must have at most 64 characters, got '${domainName}'; put a shorter name first and this one into 'alternativeNames'`,
    );
  });

  test('fails when there are more names than ACM accepts', () => {
    const alternativeNames = Array.from({ length: 10 }, (_, index) => `s${index}.example.com`);

    expect(() => certificate({ alternativeNames })).toThrow(
      "'alternativeNames' must leave at most 10 names in all, got 11; use a wildcard or a second certificate",
    );
  });

  test('fails when a name is given twice', () => {
    expect(() => certificate({ alternativeNames: ['www.example.com'] })).toThrow(
      "'alternativeNames' must name every host once, got 'www.example.com' twice; remove one",
    );
  });
});

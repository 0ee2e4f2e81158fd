import { LaunchTemplate, type LaunchTemplateProps } from '../../src/compute';
import { synthesize, type Attributes } from '../../src/testing';

const PROPS: LaunchTemplateProps = {
  name: 'wordpress-staging-web',
  instanceType: 't4g.small',
  imageId: 'ami-0123456789abcdef0',
  userData: '#!/bin/bash\necho "${HOME}"\n',
  instanceProfileArn: 'arn:profile',
  securityGroupId: 'sg-web',
  rootVolumeGiB: 20,
  tags: { system: 'wordpress' },
};

function template(props: Partial<LaunchTemplateProps> = {}): Attributes {
  return synthesize((stack) => new LaunchTemplate(stack, 'Template', { ...PROPS, ...props })).only(
    'aws_launch_template',
  );
}

describe('LaunchTemplate', () => {
  test('shows metadata and tags to the instance itself only, by IMDSv2', () => {
    expect(template()).toMatchObject({
      metadata_options: {
        http_endpoint: 'enabled',
        http_tokens: 'required',
        http_put_response_hop_limit: 1,
        instance_metadata_tags: 'enabled',
      },
    });
  });

  test('gives no public address and no SSH key', () => {
    const attributes = template();

    expect(attributes).toMatchObject({
      network_interfaces: [{ device_index: 0, associate_public_ip_address: 'false', security_groups: ['sg-web'] }],
    });
    expect(attributes).not.toHaveProperty('key_name');
  });

  test("encrypts the root volume with AWS's key for EBS", () => {
    const { block_device_mappings: mappings } = template();

    expect(mappings).toEqual([
      {
        device_name: '/dev/xvda',
        ebs: { volume_type: 'gp3', volume_size: 20, encrypted: 'true', delete_on_termination: 'true' },
      },
    ]);
  });

  test('encrypts the root volume with the key it is given', () => {
    expect(template({ key: { keyArn: 'arn:key' } })).toMatchObject({
      block_device_mappings: [{ ebs: { encrypted: 'true', kms_key_id: 'arn:key' } }],
    });
  });

  test('hands the user data over byte for byte', () => {
    const decoded = Buffer.from(String(template()['user_data']), 'base64').toString('utf8');

    expect(decoded).toBe(PROPS.userData);
  });

  test('tags instances, volumes and network interfaces', () => {
    const expected = { system: 'wordpress', Name: 'wordpress-staging-web' };

    expect(template()['tag_specifications']).toEqual(
      ['instance', 'volume', 'network-interface'].map((type) => ({ resource_type: type, tags: expected })),
    );
  });

  test('lets burstable types burst', () => {
    expect(template()).toMatchObject({ credit_specification: { cpu_credits: 'unlimited' } });
    expect(template({ instanceType: 'm7g.large' })).not.toHaveProperty('credit_specification');
  });

  test('has detailed monitoring and its own bandwidth to the disk', () => {
    expect(template()).toMatchObject({ monitoring: { enabled: true }, ebs_optimized: 'true' });
  });

  test('gives out the number of its newest version, never an alias', () => {
    const json = synthesize((stack) => {
      stack.addOverride('output.version.value', new LaunchTemplate(stack, 'Template', PROPS).version);
    });

    expect(json.outputs()['version']?.['value']).toMatch(/^\$\{aws_launch_template\..*\.latest_version\}$/);
    expect(json.text).not.toContain('$Latest');
  });

  test.each([7, 16_385, 20.5])('fails when the root volume has %d GiB', (rootVolumeGiB) => {
    expect(() => template({ rootVolumeGiB })).toThrow(
      `'rootVolumeGiB' must be a whole number from 8 to 16384, got ${rootVolumeGiB}; correct it`,
    );
  });

  test.each(['cost center', 'a/b', '.', '_index'])("fails when a tag is called '%s'", (key) => {
    expect(() => template({ tags: { [key]: 'x' } })).toThrow(
      `'tags' must have keys of letters, digits and +-=.,_:@ because instances read them from their metadata, ` +
        `got '${key}'; rename it\n  in test/Template (LaunchTemplate)`,
    );
  });
});

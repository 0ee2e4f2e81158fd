import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, type Verdict } from '../../rule/verdict';
import type { Resource } from '../../model/resource';

export const EBS_ENCRYPTED = defineRule({
  id: 'WPHA-EC2-005',
  title: 'volumes are encrypted',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_ebs_volume', 'aws_launch_template'],
  rows: ['EC2-005'],
  maps: {
    checkov: ['CKV_AWS_3'],
    trivy: ['AVD-AWS-0026'],
    fsbp: ['EC2.3', 'EC2.181'],
    cis: ['3.0.0 2.2.1'],
    cdkNag: ['AwsSolutions-EC26'],
  },
  why: 'Code, logs and cached pages lie on the volume; a snapshot of it can be shared with anybody.',
  fix: "Set 'encrypted' to true, in a launch template in the 'ebs' block of every device.",
  check: (resource) => (resource.type === 'aws_ebs_volume' ? expectTrue(resource, 'encrypted') : devices(resource)),
});

/** Devices that are no volumes (`virtual_name`, `no_device`) have nothing to encrypt. */
function devices(template: Resource): readonly Verdict[] {
  const mappings = template.blocks('block_device_mappings');
  if (mappings.length === 0) {
    return [fail([template, 'block_device_mappings'], 'no device says that its volume is encrypted')];
  }
  const volumes = mappings.filter((device) => device.get('virtual_name').isUnset && device.get('no_device').isUnset);
  return volumes.length === 0 ? [notApplicable()] : volumes.map((device) => expectTrue(device, 'ebs.encrypted'));
}

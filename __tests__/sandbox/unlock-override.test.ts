import { unlockOverride } from '../../src/sandbox';

function unlocked(type: string, body: object): unknown {
  const resource = unlockOverride({ resource: { [type]: { Main: body } } })?.resource as
    Record<string, { Main: unknown }> | undefined;
  return resource?.[type]?.Main;
}

describe('the file that lifts protection', () => {
  it('lets Terraform destroy what it must keep', () => {
    expect(unlocked('aws_kms_key', { lifecycle: { prevent_destroy: true } })).toEqual({
      lifecycle: { prevent_destroy: false },
    });
  });

  it('lets a database go without a final snapshot', () => {
    expect(unlocked('aws_db_instance', { lifecycle: [{ prevent_destroy: true }] })).toEqual({
      deletion_protection: false,
      skip_final_snapshot: true,
      delete_automated_backups: true,
      lifecycle: { prevent_destroy: false },
    });
  });

  it('empties buckets', () => {
    expect(unlocked('aws_s3_bucket', {})).toEqual({ force_destroy: true });
  });

  it('forgets secrets at once', () => {
    expect(unlocked('aws_secretsmanager_secret', {})).toEqual({ recovery_window_in_days: 0 });
  });

  it('lets a load balancer go', () => {
    expect(unlocked('aws_lb', {})).toEqual({ enable_deletion_protection: false });
  });

  it('is not written for a stack that nothing protects', () => {
    expect(unlockOverride({ resource: { aws_vpc: { Main: { cidr_block: '10.0.0.0/16' } } } })).toBeUndefined();
  });
});

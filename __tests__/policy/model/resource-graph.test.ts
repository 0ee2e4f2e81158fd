import { planned, STACK, synthesized } from '../support/configuration';

const CONFIGURATION = {
  resource: {
    aws_s3_bucket: { media: { bucket: 'media' }, logs: { bucket: 'logs' } },
    aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.bucket}' } },
    aws_s3_bucket_logging: {
      media: { bucket: '${aws_s3_bucket.media.id}', target_bucket: '${aws_s3_bucket_policy.logs.bucket}' },
      other: { bucket: '${var.bucket}', target_bucket: 'logs' },
    },
  },
};

describe.each([
  ['synthesized', synthesized(CONFIGURATION)],
  ['planned', planned(CONFIGURATION)],
])('the graph of what is %s', (_name, graph) => {
  const find = (address: string) => {
    const resource = graph.find({ stack: STACK, address });
    if (resource === undefined) throw new Error(address);
    return resource;
  };
  const addresses = (resources: readonly { address: string }[]): readonly string[] =>
    resources.map(({ address }) => address);

  test('knows who refers to whom, and by which attribute', () => {
    const edges = graph
      .referencesTo(find('aws_s3_bucket.media'))
      .map(({ from, attribute }) => [from.address, attribute]);
    expect(edges).toEqual([['aws_s3_bucket_logging.media', 'bucket']]);
    expect(graph.referencesFrom(find('aws_s3_bucket_logging.media')).map(({ to }) => to.address)).toEqual([
      'aws_s3_bucket.media',
      'aws_s3_bucket_policy.logs',
    ]);
  });

  test('finds what belongs to a resource, and what may', () => {
    const attached = graph.attached(find('aws_s3_bucket.media'), 'aws_s3_bucket_logging', 'bucket');
    expect(addresses(attached.found)).toEqual(['aws_s3_bucket_logging.media']);
    expect(addresses(attached.unclear)).toEqual(['aws_s3_bucket_logging.other']);
  });

  test('follows a reference by way of another resource, and a name', () => {
    const attached = graph.attached(find('aws_s3_bucket.logs'), 'aws_s3_bucket_logging', 'target_bucket');
    expect(addresses(attached.found)).toEqual(['aws_s3_bucket_logging.media', 'aws_s3_bucket_logging.other']);
    expect(attached.unclear).toEqual([]);
  });
});

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { oneByteOff } from '../../src/lab/inside/cloud/one-byte-off';

/** What comes out when bytes pass in pieces of these sizes, the last of which is repeated. */
async function passed(content: Buffer, sizes: readonly number[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let at = 0, index = 0; at < content.length; index += 1) {
    const size = sizes[Math.min(index, sizes.length - 1)] ?? 1;
    pieces.push(content.subarray(at, at + size));
    at += size;
  }
  return buffer(Readable.from(pieces).pipe(oneByteOff()));
}

test('exactly one byte is another, however the content is cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 5, maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async (bytes, sizes) => {
        const content = Buffer.from(bytes);
        const out = await passed(content, sizes);

        expect(out).toHaveLength(content.length);
        expect([...out].flatMap((byte, at) => (byte === content[at] ? [] : [at]))).toEqual([4]);
      },
    ),
  );
});

test('an archive still unpacks, so that nothing but its checksum tells', async () => {
  const archive = gzipSync('code');

  const out = await passed(archive, [1000]);

  expect(out.equals(archive)).toBe(false);
  expect(gunzipSync(out).toString()).toBe('code');
});

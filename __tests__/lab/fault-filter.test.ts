import { ADDRESSES, defaultModel } from './support/assemblies';
import { mayFilterPackets } from './support/installed';
import { opened } from './support/probe';
import { type Cut, faultFilter } from '../../src/lab/config/fault-filter';
import { nftablesRules } from '../../src/lab/config/packet-filter';

const [N1 = '', N2 = ''] = ADDRESSES.nodes.map(({ address }) => address);
const TO_FILES = `instance ${N1} files ${ADDRESSES.files} 2049`;
const TO_DATABASE = `instance ${N1} database ${ADDRESSES.databases[0]} 3306`;

/** Which of the two flows of the first instance come through under these cuts. */
function open(...cuts: Cut[]): string[] {
  const rules = `${nftablesRules(defaultModel('production'), ADDRESSES)}\n${faultFilter(cuts)}`;
  return opened(rules, [TO_FILES, TO_DATABASE]).open.sort();
}

(mayFilterPackets() ? describe : describe.skip)('faultFilter', () => {
  const files: Cut = { from: [N1], to: [ADDRESSES.files], how: 'vanish' };

  it('cuts an instance off from a part that its security groups allow, and from nothing else', () => {
    expect(open(files)).toEqual([TO_DATABASE]);
    expect(open(files, { from: [N1, N2], to: ADDRESSES.databases, how: 'refuse' })).toEqual([]);
  }, 30_000);

  it('leaves the other instances and an empty list of cuts alone', () => {
    expect(open({ ...files, from: [N2] })).toEqual([TO_DATABASE, TO_FILES]);
    expect(open()).toEqual([TO_DATABASE, TO_FILES]);
  }, 30_000);
});

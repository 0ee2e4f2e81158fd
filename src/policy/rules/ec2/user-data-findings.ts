import type { Resource } from '../../model/resource';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { USER_DATA, userDataText } from './user-data';

/** Something in user data that should not be there. */
export interface UserDataFinding {
  /** Tells findings apart: the name of a package, an address. */
  readonly part: string;
  readonly message: string;
}

/** Judges what an instance does at its first boot by what is found in the text. */
export function judgeUserData(
  instance: Resource,
  find: (text: string) => readonly UserDataFinding[],
): Verdict | readonly Verdict[] {
  const set = USER_DATA.filter((attribute) => instance.get(attribute).isSet);
  if (set.length === 0) return notApplicable();
  return set.flatMap((attribute) => {
    const value = instance.get(attribute);
    const text = userDataText(instance, attribute, value);
    const found = text === undefined ? [] : find(text);
    if (found.length > 0) {
      return found.map(({ part, message }) => fail([instance, attribute], message, { part }));
    }
    return [text === undefined || value.isUnclear ? unknown([instance, attribute]) : pass()];
  });
}

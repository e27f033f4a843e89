/**
 * Units as the register nests them: by code. `DJP-TIK-A1` lies in `DJP-TIK-A`, in `DJP-TIK` and in `DJP`: a new part begins after a
 * hyphen (stop, slash) and where letters and digits meet, so `KPP-RWS-10` does not lie in `KPP-RWS-1` and `DJPB` not in `DJP`.
 */

/** The codes of all units that a unit may lie in, nearest first; not every one of them need exist. */
export function ancestorsOf(unitCode: string): readonly string[] {
  const codes: string[] = [];
  for (let at = unitCode.length - 1; at > 0; at -= 1) {
    if (isBoundary(unitCode, at)) codes.push(unitCode.slice(0, at));
  }
  return codes;
}

/** True for the unit itself, too. */
export function isWithin(unitCode: string, ancestor: string): boolean {
  return unitCode === ancestor || (unitCode.startsWith(ancestor) && isBoundary(unitCode, ancestor.length));
}

function isBoundary(code: string, at: number): boolean {
  const before = classOf(code[at - 1] ?? '');
  const after = classOf(code[at] ?? '');
  return before !== 'mark' && after !== before;
}

function classOf(character: string): 'digit' | 'letter' | 'mark' {
  if (character >= '0' && character <= '9') return 'digit';
  return character === '-' || character === '.' || character === '/' || character === '_' ? 'mark' : 'letter';
}

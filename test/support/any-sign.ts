import fc from "fast-check";

const surrogates = { first: 0xd800, count: 0x800 };
const count = 0x110000 - surrogates.count;

/**
 * Any sign of Unicode, for `fc.string({ unit: anySign })`. It draws and shrinks as `unit: "binary"` does, which lays out a
 * table of all million signs first: more than a second in each test file.
 */
export const anySign: fc.Arbitrary<string> = fc.nat(count - 1).map(signAt, placeOf);

function signAt(place: number): string {
  return String.fromCodePoint(place < surrogates.first ? place : place + surrogates.count);
}

/** What `signAt` made it of, for fast-check to shrink it; throws for what it never makes. */
function placeOf(sign: unknown): number {
  const code = typeof sign === "string" ? sign.codePointAt(0) : undefined;
  if (code === undefined) throw new Error("It is no sign.");
  const place = code < surrogates.first ? code : code - surrogates.count;
  if (signAt(place) !== sign) throw new Error("It is no single sign.");
  return place;
}

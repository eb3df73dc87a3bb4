import fc from "fast-check";
import { plainText } from "../../src/engine/kernel/cells";
import { type Marker, markerField, markerOf } from "../../src/engine/tables/packed/marker";
import { days, law } from "../support/laws";
import { cellOf, context } from "../support/shapes";

const key = fc
  .string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom("a", "1", ",", " ", "|", "%", "#", "_"),
  })
  // Keys are read with all spaces as one (CELL-4).
  .map(plainText)
  .filter((text) => text !== "");
const marker = fc.record({
  key,
  day: days,
  number: fc.nat({ max: 100_000 }),
  acted: fc.array(key, { maxLength: 3 }),
  found: fc.boolean(),
  since: fc.option(days),
});

law("a marker read back says what was written, whatever signs the keys hold", marker, (given) => {
  expect(markerField.parse(cellOf(markerField, given), context)).toEqual({
    ok: true,
    value: given,
  });
});

/** As releases before version 1 wrote it. */
const earlier = ({ key, day, number, acted }: Marker): string => {
  const escaped = (each: string) =>
    each.replace(/[%,|]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return [key, day, `#${number}`, acted.map(escaped).join(", ")].join(" | ").trimEnd();
};

law("so does a marker of an earlier release", marker, (given) => {
  expect(markerField.parse(earlier(given), context)).toEqual({
    ok: true,
    value: { ...given, found: false, since: null },
  });
});

law("a marker of one key is none for another", fc.tuple(marker, key), ([judged, other]) => {
  fc.pre(other !== judged.key);
  expect(markerOf({ key: judged.key, judged })).toEqual(judged);
  expect(markerOf({ key: other, judged })).toBeUndefined();
});

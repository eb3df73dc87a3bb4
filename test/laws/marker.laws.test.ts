import fc from "fast-check";
import { printMarker, readMarker } from "../../src/engine/tables/packed/marker";
import { days, law } from "../support/laws";

const key = fc
  .string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom("a", "1", ",", " ", "|", "%", "#", "_"),
  })
  .map((text) => text.trim())
  .filter((text) => text !== "");
const marker = fc.record({
  key,
  day: days,
  number: fc.nat({ max: 100_000 }),
  acted: fc.array(key, { maxLength: 3 }),
});

law("a marker read back says what was written, whatever signs the keys hold", marker, (given) => {
  expect(readMarker(printMarker(given), given.key)).toEqual(given);
});

law("a marker of one key is none for another", fc.tuple(marker, key), ([given, other]) => {
  fc.pre(other !== given.key);
  expect(readMarker(printMarker(given), other)).toBeUndefined();
});

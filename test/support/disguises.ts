import fc from "fast-check";

/** What copying leaves in texts and nobody sees: zero-width signs, marks of direction, soft hyphens, a BOM, a blank Braille cell. */
const invisible = [
  "\u200b",
  "\u200c",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u00ad",
  "\u200e",
  "\u202e",
  "\u2066",
  "\u180e",
  "\ufe0f",
  "\u2800",
  "\u{1d159}",
];
/** Spaces of all kinds, and how formulas and other programs double them. */
const spaces = [" ", "\u00a0", "\u2009", "\u202f", "\u3000", "  ", " \u00a0"];

/** The same text as somebody else's program, keyboard or eyes would give it. */
export const disguised = (text: string): fc.Arbitrary<string> =>
  fc
    .record({
      form: fc.constantFrom("NFC" as const, "NFD" as const),
      marks: fc.array(fc.tuple(fc.nat(text.length + 2), fc.constantFrom(...invisible)), {
        maxLength: 4,
      }),
      space: fc.constantFrom(...spaces),
      before: fc.constantFrom("", ...spaces),
      after: fc.constantFrom("", ...spaces),
    })
    .map(({ form, marks, space, before, after }) => {
      const signs = [...text.normalize(form).replace(/ /g, space)];
      for (const [at, mark] of marks) signs.splice(at, 0, mark);
      return before + signs.join("") + after;
    });

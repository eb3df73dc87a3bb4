import fc from "fast-check";
import { decode } from "../../src/ui/import/decode";

/** The letters of the generator that Windows-1252 has elsewhere than Unicode. */
const moved: Readonly<Record<string, number>> = { "€": 0x80, "’": 0x92, "–": 0x96 };
const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "UTF-8": (text) => new TextEncoder().encode(text),
  "UTF-8 with a mark": (text) => new TextEncoder().encode(`\ufeff${text}`),
  "UTF-16": (text) => new Uint8Array(Buffer.from(text, "utf16le")),
  "UTF-16 with a mark": (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")),
  "UTF-16, the other way round": (text) =>
    new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16()),
  "Windows-1252": (text) =>
    Uint8Array.from(text, (letter) => moved[letter] ?? letter.charCodeAt(0)),
};

test.each(Object.keys(encodings))("a file in %s is read as its text", (name) => {
  const encode = encodings[name] as (text: string) => Uint8Array;
  const word = fc.stringMatching(/^[A-Za-z0-9 ,;€äöüßéèñçÆ’–.-]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), (words) => {
      const text = `Date,Customer,Amount\r\n${words.join("\r\n")} é`;
      expect(decode(encode(text))).toBe(text);
    }),
  );
});

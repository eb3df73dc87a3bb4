import { createHash } from "node:crypto";
import fc from "fast-check";
import { sha256 } from "../../../src/engine/kernel/sha256";

test("SHA-256 is that of the standard, for any text of ASCII and any length", () => {
  const hex = (text: string) =>
    sha256(text)
      .map((word) => word.toString(16).padStart(8, "0"))
      .join("");
  const ofNode = (text: string) => createHash("sha256").update(text, "latin1").digest("hex");
  for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000]) {
    expect(hex("a".repeat(length))).toBe(ofNode("a".repeat(length)));
  }
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 300 }), (text) => {
      expect(hex(text)).toBe(ofNode(text));
    }),
  );
});

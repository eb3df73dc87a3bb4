import fc from "fast-check";
import { type Sentence, type Speech, wordsOf } from "../../../src/engine/kernel/message";
import { say } from "../../../src/engine/kernel/say";

const speech: Speech = {
  money: (decimal, currency) => `${decimal} ${currency}`,
  day: String,
  month: String,
  number: String,
  invoice: (month, currency) => `${month} ${currency}`,
};

describe("a sentence that quotes another", () => {
  it("has single quotes within its own", () => {
    const wanted = say`customer Plan is ${"“team”"}`;
    expect(wordsOf(say`“${wanted}” was not met, found “${"free"}”`, speech)).toBe(
      "“customer Plan is ‘team’” was not met, found “free”",
    );
  });

  it("never has a double quote within a double quote, however deep it goes", () => {
    const { sentence } = fc.letrec<{ sentence: Sentence }>((tie) => ({
      sentence: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Sentence>("a sale", "“Rate” granted", "no value"),
        tie("sentence").map((inner) => say`“${inner}” was not met`),
        fc.tuple(tie("sentence"), tie("sentence")).map(([a, b]) => say`${a}, then “${b}”`),
      ),
    }));
    fc.assert(
      fc.property(sentence, (each) => {
        expect(wordsOf(each, speech)).not.toMatch(/“[^”]*“/);
      }),
    );
  });
});

import fc from "fast-check";
import { parseClipboard } from "../../../host/page/client/state/parse-clipboard";

describe("a spreadsheet's clipboard text", () => {
  it("splits cells at tabs and line ends, and ignores a last line end", () => {
    expect(parseClipboard("a\tb\r\nc\t\n")).toEqual([
      ["a", "b"],
      ["c", ""],
    ]);
  });

  it("keeps tabs, line ends and quotes of a quoted cell, and quotes inside a plain one", () => {
    expect(parseClipboard('"a\tb\n""c"""\t5" pipe')).toEqual([['a\tb\n"c"', '5" pipe']]);
  });

  it("reads back any block that was written with quotes", () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const blocks = fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc.array(fc.array(fc.string(), { minLength: columns, maxLength: columns }), {
        minLength: 1,
      }),
    );
    fc.assert(
      fc.property(blocks, (block) => {
        const text = block.map((line) => line.map(quoted).join("\t")).join("\n");
        expect(parseClipboard(`${text}\n`)).toEqual(block);
      }),
    );
  });
});

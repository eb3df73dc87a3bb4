import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functionNames } from "../../../host/workbook";

test("the host's README names exactly the functions that formulas can use", () => {
  const readme = readFileSync(join(__dirname, "../../../host/README.md"), "utf8");
  const [, list = ""] = /The functions:\n\n([A-Z0-9 \n]+)\n\n/.exec(readme) ?? [];
  expect(list.split(/\s+/)).toEqual(functionNames);
});

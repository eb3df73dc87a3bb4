import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openCode } from "../../support/host";

const host = join(__dirname, "../../../host");
const readme = readFileSync(join(host, "README.md"), "utf8");

describe("the host's README", () => {
  it("has an example that plain Node runs as it stands", () => {
    const [, example = "", printed = ""] =
      /```js\n(\/\/ example:[\s\S]*?)```\n\nIt prints `([^`]*)`/.exec(readme) ?? [];
    const input = { cwd: host, input: example, encoding: "utf8" } as const;
    const output = execFileSync(process.execPath, ["--input-type=module", "-"], input);
    expect(printed).not.toBe("");
    expect(output.trim()).toBe(printed);
  });

  it("names every method of the driver, and none that it lacks", async () => {
    const driver = await openCode("");
    const [, table = ""] = /\| method \| does \|\n\|---\|---\|\n([\s\S]*?)\n\n/.exec(readme) ?? [];
    const firstCells = table.split("\n").map((line) => line.split(" | ")[0] ?? "");
    const named = firstCells.flatMap((cell) =>
      [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name),
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(driver)));
  });
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { keepBeside } from "../../../host/page/server/keep-beside";

describe("a workbook that a person uploads", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "beside-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is saved beside the open one under its own name, and never over another file", async () => {
    const open = join(folder, "program.json");

    const one = await keepBeside(open, "sales.xlsx", Buffer.from("one"));
    const two = await keepBeside(open, "sales.xlsx", Buffer.from("two"));

    expect([one, two].map((file) => basename(file))).toEqual(["sales.xlsx", "sales (2).xlsx"]);
    expect(await readFile(one, "utf8")).toBe("one");
  });

  it("stays in the folder whatever its name says, and must be a workbook", async () => {
    const open = join(folder, "program.json");

    expect(await keepBeside(open, "../..\\up.csv", Buffer.from(""))).toBe(join(folder, "up.csv"));
    await expect(keepBeside(open, "run.sh", Buffer.from(""))).rejects.toThrow('not "run.sh"');
  });
});

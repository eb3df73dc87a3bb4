import { writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";

const known = [".json", ".xlsx", ".csv"];

/**
 * Saves a workbook that the person brings beside the open one (or in the folder the host was started from), and never
 * over another file. Returns its path.
 */
export async function keepBeside(
  open: string | undefined,
  name: string,
  bytes: Buffer,
): Promise<string> {
  const ending = extname(name).toLowerCase();
  if (!known.includes(ending)) throw new Error(`Open a ${known.join(", ")} file, not "${name}".`);
  const folder = open === undefined ? process.cwd() : dirname(open);
  const stem = basename(name.replaceAll("\\", "/"), extname(name));
  for (let copy = 1; ; copy += 1) {
    const file = join(folder, `${stem}${copy === 1 ? "" : ` (${copy})`}${ending}`);
    try {
      await writeFile(file, bytes, { flag: "wx" });
      return file;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
    }
  }
}

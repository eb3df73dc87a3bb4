import { writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { Refused } from "./refused";

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
  if (!known.includes(ending)) {
    throw new Refused(400, `Open a ${known.join(", ")} file, not "${name.slice(0, 200)}".`);
  }
  const folder = open === undefined ? process.cwd() : dirname(open);
  const stem = fileStem(basename(name.replaceAll("\\", "/"), extname(name)));
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

/** A name that every system takes for a file, without its ending. */
export function fileStem(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cs}\\/:*?"<>|]/gu, "-")
    .trim()
    .replace(/^\.+|[. ]+$/g, "");
  return [...plain].slice(0, 60).join("") || "workbook";
}

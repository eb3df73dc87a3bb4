import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Driver } from "../../driver/driver";

/** The workbook as the bytes of an .xlsx. */
export async function asXlsx(host: Driver): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-"));
  try {
    const file = join(folder, "workbook.xlsx");
    await host.save(file);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Driver, HostOptions } from "../../../host";
import { openHost } from "../../support/host";

/** A program saved once and opened afresh as often as a test wants. */
export interface BaseFile {
  readonly open: (options?: HostOptions) => Promise<Driver>;
  readonly remove: () => Promise<void>;
}

/** Saves a host's workbook, and its clock's time, to begin from again and again. */
export async function saveBase(host: Driver): Promise<BaseFile> {
  const folder = await mkdtemp(join(tmpdir(), "base-"));
  const file = join(folder, "program.json");
  await host.save(file);
  const now = host.clock.now();
  let copies = 0;
  return {
    open: async (options = {}) => {
      copies += 1;
      const copy = join(folder, `copy-${copies}.json`);
      await copyFile(file, copy);
      return openHost({ now, ...options, file: copy });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

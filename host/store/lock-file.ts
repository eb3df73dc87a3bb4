import { open, readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";

/** Locks that this process holds: a file of our own number that is none of them was left by an earlier process. */
const held = new Set<string>();

/** Gives a locked file free. */
export type Unlock = () => Promise<void>;

/**
 * Takes a file for this process by a `.lock` beside it, so that no second local host writes over its work. Rejects with a
 * sentence while another process that still runs has it; a lock that a dead process left is taken over.
 */
export async function lockFile(file: string): Promise<Unlock> {
  const lock = `${resolve(file)}.lock`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const handle = await open(lock, "wx");
      await handle.writeFile(String(process.pid));
      await handle.close();
      held.add(lock);
      return async () => {
        held.delete(lock);
        await rm(lock, { force: true });
      };
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
    }
    const holder = Number(await readFile(lock, "utf8").catch(() => ""));
    if (holder === process.pid ? held.has(lock) : isRunning(holder)) {
      throw new Error(
        `${file} is open in another local host (process ${holder}). Close that one first, or open a copy. If there is none, delete ${lock}.`,
      );
    }
    await rm(lock, { force: true });
  }
  throw new Error(`${lock} can't be taken.`);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}

import { open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";

const queues = new Map<string, Promise<void>>();
let count = 0;

/**
 * Replaces a file so that readers find the old or the new content, never a part: temporary file, fsync, rename
 * (ADR-13). Writes to one file are done in order.
 */
export function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const path = resolve(file);
  const before = queues.get(path) ?? Promise.resolve();
  const written = before.catch(() => undefined).then(() => replace(path, content));
  queues.set(path, written);
  return written.finally(() => {
    if (queues.get(path) === written) queues.delete(path);
  });
}

async function replace(path: string, content: string | Uint8Array): Promise<void> {
  count += 1;
  const temporary = `${path}.${process.pid}-${count}.tmp`;
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes the rename itself durable; Windows can't open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Driver } from "../../../host";
import { openHost } from "../../../host";
import { keepsProgram } from "../../support/keeps-program";
import { ask, smallProgram } from "../../support/small-program";

/** The tabs as a person sees them; what undoing leaves apart is left out. */
const seen = (host: Driver) =>
  Object.fromEntries(
    host
      .sheetNames()
      .filter((name) => name !== "Activity" && !name.startsWith("_"))
      .map((name) => [
        name,
        host
          .rows(name)
          .filter(({ Key }) => Key !== "" && Key !== "paused")
          .map(({ Problems: _, ...cells }) => cells),
      ]),
  );

async function undone(timeZone: string) {
  const folder = mkdtempSync(join(tmpdir(), "undo-"));
  const file = join(folder, "book.json");
  const host = await openHost({ keepsProgram, file, now: "2026-01-01", timeZone });
  await smallProgram(host);
  await host.clock.advanceTo("2026-02-10");
  await ask(host, "run", { kind: "by hand" });
  // Paused meanwhile, so that one run does all that falls due.
  host.type("Settings", { Key: "paused" }, "Value", "yes");
  const before = seen(host);
  await host.clock.advanceTo("2026-03-20");
  host.type("Settings", { Key: "paused" }, "Value", "no");
  await ask(host, "run", { kind: "by hand" });
  const after = seen(host);
  const preview = await ask(host, "undo-run", {});
  const isPreviewIdle = JSON.stringify(seen(host)) === JSON.stringify(after);
  await ask(host, "undo-run", { confirmed: "yes" });
  const back = seen(host);
  const paused = host.rows("Settings").find(({ Key }) => Key === "paused")?.Value;
  await host.close();
  rmSync(folder, { recursive: true });
  return { before, after, back, preview, isPreviewIdle, paused };
}

async function main() {
  return [await undone("UTC"), await undone("Asia/Tokyo")];
}

main().then((outcomes) => console.log(JSON.stringify(outcomes)));

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(__dirname, "../../..");
const preload = pathToFileURL(join(__dirname, "to-loopback.mjs")).href;

/** A login as clasp keeps it, as of today or one that has run out. */
export type Login = "fresh" | "old" | "none";

/** A person's place: a home folder with their login, and their project file. */
export interface Desk {
  readonly home: string;
  readonly project: string;
  readonly saved: () => unknown;
  readonly clear: () => void;
}

export function openDesk(login: Login, project?: object): Desk {
  const home = mkdtempSync(join(tmpdir(), "desk-"));
  const file = join(home, "project.json");
  if (project) writeFileSync(file, JSON.stringify(project));
  if (login !== "none") {
    const token = {
      type: "authorized_user",
      client_id: "x",
      client_secret: "y",
      refresh_token: "r",
      access_token: "dummy",
      token_type: "Bearer",
      expiry_date: login === "fresh" ? 4_102_444_800_000 : 1,
    };
    writeFileSync(join(home, ".clasprc.json"), JSON.stringify({ tokens: { default: token } }));
  }
  return {
    home,
    project: file,
    saved: () => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null),
    clear: () => rmSync(home, { recursive: true, force: true }),
  };
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script of the project with the real clasp, and Google on loopback. `onOut` is told what it has said so far. */
export function runScript(
  args: readonly string[],
  { home, project }: Desk,
  google: string,
  how: { readonly terminal?: string; readonly onOut?: (text: string) => void } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const [name, ...rest] = args;
    const child = spawn(process.execPath, [join(root, `scripts/${name}.mjs`), ...rest], {
      cwd: root,
      env: {
        ...process.env,
        HOME: home,
        USERPROFILE: home,
        TRIBUTARY_PROJECT: project,
        NODE_OPTIONS: `--import ${preload}`,
        FAKE_GOOGLE: google,
        FAKE_TERMINAL: how.terminal === undefined ? "no" : "yes",
      },
    });
    child.stdin.end(how.terminal ?? "");
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
      how.onOut?.(out);
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("close", (status) => resolve({ status, out, err }));
  });
}

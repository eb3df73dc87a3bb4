import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The files served to a browser, by path; nothing else is served. */
const files = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/page.js": ["page.js", "text/javascript; charset=utf-8"],
  "/page.css": ["page.css", "text/css; charset=utf-8"],
  "/frame.js": ["frame.js", "text/javascript; charset=utf-8"],
  "/icon.svg": ["icon.svg", "image/svg+xml"],
} as const;

export type AssetPath = keyof typeof files;

export type Asset = { readonly type: string; readonly body: Buffer };

/** The folder of the bundled client: page/ beside the built host. */
const ownAssets = (): string => join(dirname(fileURLToPath(import.meta.url)), "page");

/** Whether a path is one of the client's files. */
export const isAsset = (path: string): path is AssetPath => Object.hasOwn(files, path);

/** Reads the client's files, each once; throws when the page has not been built. */
export function assetReader(folder: string = ownAssets()): (path: AssetPath) => Promise<Asset> {
  const known = new Map<AssetPath, Promise<Asset>>();
  return (path) => {
    const [name, type] = files[path];
    const asset =
      known.get(path) ??
      readFile(join(folder, name)).then(
        (body) => ({ type, body }),
        (cause) => {
          throw new Error(`${name} is missing: run "npm run build" first.`, { cause });
        },
      );
    known.set(path, asset);
    return asset;
  };
}

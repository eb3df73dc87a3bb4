import { createHash, createHmac } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { OutsideService } from "../../realm/outside-service";
import { ServiceError } from "../../workbook/base/service-error";
import { fromBase64, toBase64 } from "./base64";
import { bufferOf, decodeText, encodeText, signedBytes } from "./bytes";
import { formatDate } from "./format-date";
import { parseDate } from "./parse-date";

/** The longest sleep, in ms (PLATFORM-75). */
const maxSleep = 300_000;

const hashes: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA_1: "sha1",
  SHA_256: "sha256",
  SHA_384: "sha384",
  SHA_512: "sha512",
};

const hashOf = (algorithm: string): string => {
  const name = hashes[algorithm.replace(/^HMAC_/, "")];
  if (name === undefined) throw new ServiceError(`not in the local host: Utilities ${algorithm}`);
  return name;
};

const sleepLength = (milliseconds: number): number => {
  if (!(milliseconds >= 0)) throw new ServiceError("Invalid argument: milliseconds");
  if (milliseconds > maxSleep) throw new ServiceError("Argument too large: milliseconds");
  return milliseconds;
};

/** What Utilities needs from Node: bytes, hashes, zones, and the virtual clock to sleep on. */
export const utilities: OutsideService = (host, execution) => ({
  "utilities.encode": (text, charset) => encodeText(String(text), String(charset)),
  "utilities.decode": (bytes, charset) => decodeText(bytes, String(charset)),
  "utilities.toBase64": (bytes, webSafe) => toBase64(bufferOf(bytes), webSafe === true),
  "utilities.fromBase64": (text, webSafe) => fromBase64(String(text), webSafe === true),
  "utilities.digest": (algorithm, bytes) =>
    signedBytes(
      createHash(hashOf(String(algorithm)))
        .update(bufferOf(bytes))
        .digest(),
    ),
  "utilities.hmac": (algorithm, bytes, key) =>
    signedBytes(
      createHmac(hashOf(String(algorithm)), bufferOf(key))
        .update(bufferOf(bytes))
        .digest(),
    ),
  "utilities.gzip": (bytes) => signedBytes(gzipSync(bufferOf(bytes))),
  "utilities.ungzip": (bytes) => signedBytes(gunzipSync(bufferOf(bytes))),
  "utilities.uuid": () => host.uuid(),
  "utilities.formatDate": (epoch, zone, pattern) =>
    formatDate(Number(epoch), String(zone), String(pattern)),
  "utilities.parseDate": (text, zone, pattern) =>
    parseDate(String(text), String(zone), String(pattern), host.clock.now()),
  "utilities.sleep": (milliseconds) => {
    execution.spend(sleepLength(Number(milliseconds)));
  },
});

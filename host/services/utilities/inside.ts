import type { EnumValue } from "../../realm/inside/enumerations";
import { exception } from "../../realm/inside/exception";
import type { InsideService } from "../../realm/inside/kit";
import { type BlobState, blobClass, checkedBytes } from "./blob";
import { formatString } from "./format-string";
import { parseCsv } from "./parse-csv";

type Data = string | readonly number[];

/** Utilities as a script sees it (reference/utilities; PLATFORM-13, PLATFORM-75). */
export const utilities: InsideService = (kit) => {
  const blobs = blobClass(kit);
  kit.provide("Blob", () => blobs);
  /** Without a charset, US-ASCII applies and turns other letters into "?". */
  const bytesOf = (data: Data, charset?: EnumValue): readonly number[] => {
    if (typeof data === "object" && data !== null) return checkedBytes(data);
    if (typeof data !== "string") throw exception("Invalid argument: value");
    return kit.ask("utilities.encode", data, charset?.name() ?? "US_ASCII") as number[];
  };
  const encode = (webSafe: boolean) => (_state: undefined, data: Data, charset?: EnumValue) =>
    kit.ask("utilities.toBase64", bytesOf(data, charset), webSafe);
  const decode = (webSafe: boolean) => (_state: undefined, text: string) =>
    kit.ask("utilities.fromBase64", text, webSafe);
  const hmac = (algorithm: string, value: Data, key: Data, charset?: EnumValue) =>
    kit.ask("utilities.hmac", algorithm, bytesOf(value, charset), bytesOf(key, charset));
  const blobOf = (source: object): BlobState => {
    const blob = blobs.stateOf(source);
    if (blob === undefined) throw exception("Invalid argument: blob");
    return blob;
  };
  const squeezed =
    (op: string, type: string) => (_state: undefined, source: object, name?: string) => {
      const { bytes, name: old } = blobOf(source);
      const made = kit.ask(op, bytes) as number[];
      return blobs.make({ bytes: made, contentType: type, name: name ?? old });
    };
  const service = kit.define<undefined>(
    "Utilities",
    {
      base64Decode: decode(false),
      base64DecodeWebSafe: decode(true),
      base64Encode: encode(false),
      base64EncodeWebSafe: encode(true),
      computeDigest: (_state, algorithm: EnumValue, value: Data, charset?: EnumValue) =>
        kit.ask("utilities.digest", algorithm.name(), bytesOf(value, charset)),
      computeHmacSha256Signature: (_state, value: Data, key: Data, charset?: EnumValue) =>
        hmac("HMAC_SHA_256", value, key, charset),
      computeHmacSignature: (
        _state,
        algorithm: EnumValue,
        value: Data,
        key: Data,
        charset?: EnumValue,
      ) => hmac(algorithm.name(), value, key, charset),
      formatDate: (_state, date: Date, timeZone: string, format: string) => {
        if (Number.isNaN(date.getTime())) throw exception("Invalid argument: date");
        return kit.ask("utilities.formatDate", date.getTime(), timeZone, format);
      },
      formatString: (_state, template: string, ...values: unknown[]) =>
        formatString(template, values),
      getUuid: () => kit.ask("utilities.uuid"),
      gzip: squeezed("utilities.gzip", "application/x-gzip"),
      jsonParse: (_state, text: string) => JSON.parse(text) as unknown,
      jsonStringify: (_state, value: unknown) => JSON.stringify(value),
      newBlob: (
        _state,
        data: Data,
        contentType: string | null = null,
        name: string | null = null,
      ) =>
        blobs.make({
          bytes:
            typeof data === "string"
              ? (kit.ask("utilities.encode", data, "UTF_8") as number[])
              : bytesOf(data),
          contentType: contentType ?? (typeof data === "string" ? "text/plain" : null),
          name,
        }),
      parseCsv: (_state, csv: string, delimiter?: string) => parseCsv(csv, delimiter),
      parseDate: (_state, text: string, timeZone: string, format: string) =>
        new Date(Number(kit.ask("utilities.parseDate", text, timeZone, format))),
      sleep: (_state, milliseconds: number) => {
        kit.ask("utilities.sleep", milliseconds);
      },
      ungzip: squeezed("utilities.ungzip", "application/octet-stream"),
    },
    {
      properties: {
        Charset: kit.enumeration("Charset"),
        DigestAlgorithm: kit.enumeration("DigestAlgorithm"),
        MacAlgorithm: kit.enumeration("MacAlgorithm"),
        RsaAlgorithm: kit.enumeration("RsaAlgorithm"),
      },
    },
  );
  return { Utilities: service.make(undefined) };
};

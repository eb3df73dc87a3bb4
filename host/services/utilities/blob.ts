import type { ServiceClass } from "../../realm/inside/define-class";
import { exception } from "../../realm/inside/exception";
import { chain, type Kit } from "../../realm/inside/kit";
import { standInPdf } from "./stand-in-pdf";

/** The state of a Blob: its bytes are −128 to 127 (PLATFORM-13). */
export interface BlobState {
  bytes: readonly number[];
  contentType: string | null;
  name: string | null;
}

const types: Readonly<Record<string, string>> = {
  csv: "text/csv",
  html: "text/html",
  json: "application/json",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  xml: "text/xml",
  zip: "application/zip",
};

/** Byte values as Apps Script accepts them; any other number throws. */
export const checkedBytes = (bytes: readonly number[]): readonly number[] => {
  for (const byte of bytes) {
    if (!Number.isInteger(byte) || byte < -128 || byte > 127) {
      throw exception(`Cannot convert ${byte} to a byte: bytes are -128 to 127.`);
    }
  }
  return [...bytes];
};

/** The class Blob, which Utilities, HtmlService and MailApp share. */
export const blobClass = (kit: Kit) => {
  const encode = (text: string, charset = "UTF-8"): readonly number[] =>
    kit.ask("utilities.encode", text, charset) as number[];
  const make = (
    bytes: readonly number[],
    contentType: string | null,
    name: string | null,
  ): object => blobs.make({ bytes, contentType, name });
  const as = (blob: BlobState, contentType: string): object => {
    if (contentType === blob.contentType) return make(blob.bytes, contentType, blob.name);
    if (blob.contentType === "text/html" && contentType === "application/pdf") {
      const name = blob.name?.replace(/(?:\.html?)?$/i, ".pdf") ?? null;
      return make(encode(standInPdf()), contentType, name);
    }
    throw exception(`not in the local host: Blob.getAs from ${blob.contentType} to ${contentType}`);
  };
  const blobs: ServiceClass<BlobState> = kit.define<BlobState>("Blob", {
    copyBlob: (blob) => make(blob.bytes, blob.contentType, blob.name),
    getAs: as,
    getBlob: () => chain,
    getBytes: (blob) => [...blob.bytes],
    getContentType: (blob) => blob.contentType,
    getDataAsString: (blob, charset = "UTF-8") => kit.ask("utilities.decode", blob.bytes, charset),
    getName: (blob) => blob.name,
    isGoogleType: () => false,
    setBytes: (blob, data: number[]) => {
      blob.bytes = checkedBytes(data);
      return chain;
    },
    setContentType: (blob, contentType: string | null) => {
      blob.contentType = contentType;
      return chain;
    },
    setContentTypeFromExtension: (blob) => {
      const extension = /\.(\w+)$/.exec(blob.name ?? "")?.[1] ?? "";
      blob.contentType = types[extension.toLowerCase()] ?? null;
      return chain;
    },
    setDataFromString: (blob, text: string, charset?: string) => {
      blob.bytes = encode(text, charset);
      return chain;
    },
    setName: (blob, name: string) => {
      blob.name = name;
      return chain;
    },
  });
  return blobs;
};

import { ServiceError } from "../../workbook/base/service-error";
import { signedBytes } from "./bytes";

/** Base 64 of bytes, padded; web safe writes "-" and "_" and keeps the padding. */
export const toBase64 = (buffer: Buffer, webSafe: boolean): string => {
  const text = buffer.toString("base64");
  return webSafe ? text.replace(/\+/g, "-").replace(/\//g, "_") : text;
};

/** The bytes of a base 64 text; throws Google's error for any other text. */
export const fromBase64 = (text: string, webSafe: boolean): number[] => {
  const alphabet = webSafe ? /^[\w-]*={0,2}$/ : /^[A-Za-z0-9+/]*={0,2}$/;
  const bare = text.replace(/\s/g, "");
  if (!alphabet.test(bare) || bare.replace(/=+$/, "").length % 4 === 1) {
    throw new ServiceError("Could not decode string.");
  }
  return signedBytes(Buffer.from(bare, webSafe ? "base64url" : "base64"));
};

import type { Reply } from "../../../rpc/reply";

/** What a frame sends to the page. */
export type FromFrame =
  | {
      readonly kind: "run";
      readonly id: number;
      readonly functionName: string;
      readonly args: string;
    }
  | { readonly kind: "close" }
  | { readonly kind: "size"; readonly size: { readonly width?: number; readonly height?: number } }
  | { readonly kind: "focus-editor" };

/** What the page sends to a frame. */
export type ToFrame = { readonly kind: "answer"; readonly id: number; readonly reply: Reply };

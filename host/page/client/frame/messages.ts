import type { Reply } from "../../../rpc/reply";

/** What a frame tells the page. */
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

/** What the page tells a frame. */
export type ToFrame = { readonly kind: "answer"; readonly id: number; readonly reply: Reply };

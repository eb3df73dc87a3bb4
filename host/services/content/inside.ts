import type { EnumValue } from "../../realm/inside/enumerations";
import { chain, type InsideService } from "../../realm/inside/kit";

interface TextState {
  content: string;
  type: EnumValue | undefined;
  fileName: string | null;
}

/** The content types that Google sends for each MimeType of ContentService. */
const types: Readonly<Record<string, string>> = {
  ATOM: "application/atom+xml",
  CSV: "text/csv",
  ICAL: "text/calendar",
  JAVASCRIPT: "application/javascript",
  JSON: "application/json",
  RSS: "application/rss+xml",
  TEXT: "text/plain",
  VCARD: "text/vcard",
  XML: "application/xml",
};

/** ContentService as a script sees it; its output is what doGet and doPost answer with (PLATFORM-87). */
export const content: InsideService = (kit) => {
  const mimeTypes = kit.enumeration("MimeType");
  const outputs = kit.define<TextState>(
    "ContentService.TextOutput",
    {
      append: (state, added: string) => {
        state.content += added;
        return chain;
      },
      clear: (state) => {
        state.content = "";
        return chain;
      },
      downloadAsFile: (state, name: string) => {
        state.fileName = name;
        return chain;
      },
      getContent: (state) => state.content,
      getFileName: (state) => state.fileName,
      getMimeType: (state) => state.type,
      setContent: (state, text: string) => {
        state.content = text;
        return chain;
      },
      setMimeType: (state, type: EnumValue) => {
        state.type = type;
        return chain;
      },
    },
    {
      plain: ({ content: text, type, fileName }) => ({
        content: text,
        contentType: types[type?.name() ?? "TEXT"],
        fileName,
      }),
    },
  );
  const service = kit.define<undefined>(
    "ContentService",
    {
      createTextOutput: (_state, text = "") =>
        outputs.make({ content: text, type: mimeTypes.TEXT, fileName: null }),
    },
    { properties: { MimeType: mimeTypes } },
  );
  return { ContentService: service.make(undefined) };
};

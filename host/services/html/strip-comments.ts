const script = /(<script\b(?:"[^"]*"|'[^']*'|[^'">])*>)([\s\S]*?)(<\/script)/gi;

type Ends = { readonly text: string; readonly next: number };

/** A string from after its quote on, to and with the next one. */
const quoted = [/(?:[^"\\]+|\\[\s\S]?)*"?/y, /(?:[^'\\]+|\\[\s\S]?)*'?/y] as const;

const quotedEnd = (code: string, at: number): number => {
  const rest = quoted[code[at] === '"' ? 0 : 1];
  rest.lastIndex = at + 1;
  rest.test(code);
  return rest.lastIndex;
};

const commentEnd = (code: string, at: number): number => {
  const [end, length] =
    code[at + 1] === "*" ? [code.indexOf("*/", at + 2), 2] : [code.indexOf("\n", at), 0];
  return end === -1 ? code.length : end + length;
};

const isComment = (code: string, at: number): boolean =>
  code[at] === "/" && (code[at + 1] === "/" || code[at + 1] === "*");

/** The text of a template literal from after its backtick on, without what looks like a comment. */
const literal = (code: string, from: number): Ends => {
  let text = "";
  let at = from;
  while (at < code.length) {
    if (code[at] === "\\") {
      text += code.slice(at, at + 2);
      at += 2;
    } else if (code[at] === "`") return { text: `${text}\``, next: at + 1 };
    else if (isComment(code, at)) at = commentEnd(code, at);
    else if (code.startsWith("${", at)) {
      const inner = plain(code, at + 2, "}");
      text += `\${${inner.text}`;
      at = inner.next;
    } else {
      text += code[at];
      at += 1;
    }
  }
  return { text, next: at };
};

/** Code outside template literals, unchanged, up to the brace that closes it or the end. */
const plain = (code: string, from: number, until: string): Ends => {
  let text = "";
  let at = from;
  let depth = 0;
  while (at < code.length) {
    const letter = code[at] ?? "";
    if (letter === until && depth === 0) return { text: text + letter, next: at + 1 };
    if (letter === "{") depth += 1;
    if (letter === "}") depth -= 1;
    if (letter === "`") {
      const inner = literal(code, at + 1);
      text += `\`${inner.text}`;
      at = inner.next;
      continue;
    }
    const end = /["']/.test(letter)
      ? quotedEnd(code, at)
      : isComment(code, at)
        ? commentEnd(code, at)
        : at + 1;
    text += code.slice(at, end);
    at = end;
  }
  return { text, next: at };
};

/**
 * What HtmlService does to a page when serving it: `//…` and slash-star comments are removed from the template
 * literals of its inline scripts, which breaks `https://…` there (PLATFORM-81).
 */
export const stripComments = (html: string): string =>
  html.replace(script, (_whole, open: string, code: string, close: string) =>
    [open, plain(code, 0, "").text, close].join(""),
  );

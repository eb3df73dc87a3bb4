const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML shows it, also inside quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);

/** A text inside a string of an inline script. */
export const escapeScript = (text: string): string =>
  text.replace(/[\\"'`<>&\u2028\u2029\n\r]/g, (letter) => {
    const code = letter.charCodeAt(0);
    return code === 10 ? "\\n" : code === 13 ? "\\r" : `\\u${code.toString(16).padStart(4, "0")}`;
  });

/** Whether the page so far ends inside an inline script. */
export const insideScript = (html: string): boolean => {
  const lower = html.toLowerCase();
  return lower.lastIndexOf("<script") > lower.lastIndexOf("</script");
};

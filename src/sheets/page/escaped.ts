const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#39;",
  "<": "&lt;",
  ">": "&gt;",
};

/** Text as HTML shows it, also within an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&"'<>]/g, (sign) => escapes[sign] ?? "");

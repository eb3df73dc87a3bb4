/** The colors that partners' pages and mails have in common, in light; a page has its own for dark. */
export const look = {
  ink: "#1f2328",
  soft: "#59636e",
  line: "#d9dee3",
  paper: "#ffffff",
  ground: "#f4f6f8",
} as const;

const BLUE = "#1a73e8";

/** The program's color as a page or mail may use it; the usual blue where none is set, or the text is no color. */
export const brandColor = (color: string | null): string =>
  /^#[0-9a-f]{6}$/.test(color ?? "") ? String(color) : BLUE;

/** White or black, as is read well on a color: the contrast is at least 4.5, white where both have it. */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.1833 ? "#000000" : "#ffffff";
}

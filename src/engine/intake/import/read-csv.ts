/**
 * The rows of a CSV text as spreadsheets write it: commas, semicolons or tabs, quotes doubled inside quotes, any
 * line ends. The sign that parts the cells is the one that stands most often in the first line.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const bare = text.replace(/^\ufeff/, "");
  const [first = ""] = bare.split(/\r?\n/, 1);
  const count = (sign: string) => first.split(sign).length;
  const mark = [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    rows[rows.length - 1]?.push(cell);
    cell = "";
  };
  for (let at = 0; at < bare.length; at++) {
    const sign = bare[at] as string;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (bare[at + 1] === '"') {
        cell += sign;
        at++;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      isQuoted = true;
    } else if (sign === mark) endCell();
    else if (sign === "\n") {
      endCell();
      rows.push([]);
    } else if (sign !== "\r") cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((each) => each.trim() !== ""));
}

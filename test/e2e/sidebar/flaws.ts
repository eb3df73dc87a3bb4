import type { Frame } from "playwright-core";

/**
 * What a person would find wrong with how a screen looks, one line per fault, [] if nothing: text that is cut off without a word,
 * or lies outside of the window, controls too small for a finger, and words that were not meant for people.
 */
export const flaws = (frame: Frame): Promise<readonly string[]> => frame.evaluate(look);

/** The least height and width of a control, in px. */
const LEAST = 24;
/** Words of the code, of data and of careless joining; the keys of rows are words of the team's own. */
const raw = [
  /undefined|NaN|\[object|TypeError|Exception:|\bnull\b/,
  /[[{]"\w|":/,
  /\b\d{4}-\d\d-\d\d\b/,
  /\b[a-z]+[A-Z]\w*/,
  /\b(?!(?:ptn|cus|trx|trg|inv|drip|act)_)[a-z]+_[a-z]+\b/,
  /\b1 (?:rewards|partners|drips|sales|rows|invoices|customers|days|problems|lines|triggers)\b/,
  /\b(?:0|[2-9]|\d\d+) (?:reward|partner|drip|sale|row|invoice|customer|day|problem|line|trigger)\b/,
  /“[^”]*“| ,| \.(?!\d)|,,|;;|\.\.(?!\.)|\(s\)/,
];

const look = `(() => {
  const found = [];
  const wide = document.documentElement.clientWidth;
  const isHeardOnly = (each) => each.closest(".unseen, svg") !== null;
  const shown = [...document.body.querySelectorAll("*")].filter((each) =>
    each.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true, opacityProperty: true }) &&
    each.getClientRects().length > 0 && !isHeardOnly(each));
  const named = (each) => each.tagName.toLowerCase() + "." + each.className + " “" + each.textContent.trim().slice(0, 60) + "”";
  if (document.documentElement.scrollWidth > wide) found.push("wider than the window: " + document.documentElement.scrollWidth);
  for (const each of shown) {
    const { overflowX, webkitLineClamp } = getComputedStyle(each);
    const hides = overflowX === "hidden" || overflowX === "clip";
    if (hides && each.tagName !== "INPUT" && webkitLineClamp === "none" && each.scrollWidth > each.clientWidth + 1) found.push("cut off: " + named(each));
    if (overflowX === "visible" && each.closest("table, .choices-list") === null && each.getBoundingClientRect().right > wide + 1)
      found.push("out of the window: " + named(each));
    if (!each.matches("button, summary, select, textarea, a.button, input:not([type=checkbox], [type=radio])")) continue;
    if (each.closest(".chip") !== null) continue;
    const { width, height } = each.getBoundingClientRect();
    if (width < ${LEAST} || height < ${LEAST}) found.push("small: " + named(each) + " " + Math.round(width) + " × " + Math.round(height));
  }
  const words = document.body.innerText;
  for (const raw of [${raw.map(String).join(", ")}]) {
    const hit = raw.exec(words);
    if (hit) found.push("raw: " + words.slice(Math.max(0, hit.index - 30), hit.index + 40).replace(/\\s+/g, " "));
  }
  return found;
})()`;
